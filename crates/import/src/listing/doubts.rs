//! What is not certain in an entry, and why.

pub mod another_event;
pub mod changed;
pub mod doubt;
pub mod nothing;
pub mod place_words;
pub mod second_city;
pub mod spoken_hour;
pub mod unknown_word;
pub mod unread_hour;
pub mod unread_number;
pub mod unread_region;
pub mod unread_words;
