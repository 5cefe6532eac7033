"""The terminal's side: parse the words, call one service function, emit its view. No rule of the program lives here."""
