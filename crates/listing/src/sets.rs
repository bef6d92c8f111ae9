//! Sets of events as bits, and tables of numbers by event: the arithmetic of filtering and counting.
//!
//! It is run for every event at every letter typed, so it is compiled for speed, and kept small: it comes before the
//! list. An event is its place in the calendar.

mod bits;
mod order;
mod radix;
mod table;
mod values;

pub use bits::Bits;
pub use order::order;
pub use radix::by_number;
pub use table::Table;
pub use values::Values;
