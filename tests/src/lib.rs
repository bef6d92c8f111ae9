//! What a visitor does, in real browsers.
