//! The pure core of Marchmap: what an event is, reading the event file, filtering, searching,
//! counting and writing.
//!
//! It knows no browser, no clock, no randomness and no files: the moment, the language, the
//! viewport and the rules of time zones come in as arguments.

pub mod ago;
pub mod day;
pub mod embed;
pub mod event;
pub mod export;
pub mod facet;
pub mod file;
pub mod filter;
pub mod index;
pub mod instant;
pub mod link;
pub mod localized;
pub mod mercator;
pub mod month;
pub mod now;
pub mod number;
pub mod over;
pub mod problem;
pub mod query;
mod quick;
pub mod read;
pub mod results;
pub mod search;
pub mod sort;
pub mod text;
pub mod timeline;
pub mod viewport;
pub mod wall_time;
pub mod week;
pub mod window;
pub mod words;
pub mod write;
pub mod zone;

pub use ::fold;
pub use event::Event;
pub use file::Calendar;
pub use problem::Problem;
pub use read::read;
pub use wall_time::WallTime;
pub use words::Words;
pub use write::write;
