"""One module a family of views: each `draw_...` writes a view on a `Page`. No stream, no clock, no state."""
