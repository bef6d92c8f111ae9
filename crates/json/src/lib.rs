//! JSON read forwards in one pass, without a tree, and texts that are stretches of what was read.
//!
//! Every byte of an event file passes through here before the first list, so it is compiled for speed.

mod number;
mod reader;
mod string;
mod text;

pub use reader::{Json, Member};
pub use text::Text;
