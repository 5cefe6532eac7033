"""Pure rules of learning: drawing a variant, grading, memory, what to ask next. No disk, clock or terminal."""
