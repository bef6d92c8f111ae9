//! What is shown of a calendar: search, filters, facets, results, timeline and month.
//!
//! It knows no browser, no clock, no randomness and no files: the moment, the language and the rules of time zones come
//! in as arguments.

pub mod ago;
pub mod aliases;
mod around;
pub mod cities;
mod dates;
pub mod ended;
pub mod facet;
pub mod feeds;
pub mod filter;
pub mod index;
pub mod month;
pub mod near;
pub mod now;
pub mod over;
pub mod related;
pub mod results;
pub mod search;
pub mod sets;
pub mod sort;
pub mod stage;
pub mod timeline;
pub mod week;
mod when;
pub mod window;
