//! The event file: what an event is, reading and writing the file, and what is wrong in it.
//!
//! It knows no browser, no clock, no randomness and no files: bytes come in, an event file comes out, and the rules of
//! time zones are an argument.

pub mod day;
pub mod event;
pub mod file;
pub mod instant;
pub mod link;
pub mod localized;
pub mod marks;
pub mod problem;
pub mod read;
pub mod text;
pub mod wall_time;
pub mod write;
pub mod zone;

pub use event::Event;
pub use file::Calendar;
pub use problem::Problem;
pub use read::read;
pub use wall_time::WallTime;
pub use write::write;
