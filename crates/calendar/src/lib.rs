//! The pure core of Marchmap: what an event is, reading the event file, filtering, searching,
//! counting, clustering and writing.
//!
//! It knows no browser, no clock, no randomness and no files: the moment, the language, the
//! viewport and the rules of time zones come in as arguments.

pub mod event;
pub mod file;
pub mod problem;
pub mod wall_time;
pub mod zone;

pub use event::Event;
pub use file::Calendar;
pub use problem::Problem;
pub use wall_time::WallTime;
