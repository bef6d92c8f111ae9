//! What a visitor asks for: the query string, version 1, as a value.

pub mod accent;
mod active;
mod asked;
mod choice;
mod chosen;
pub mod embed;
pub mod form;
mod length;
pub mod near;
mod parse;
mod path;
mod print;
mod query;

pub use active::ActiveFilter;
pub use choice::{Clock, Part, Sort, Theme, View, When};
pub use chosen::{Chosen, Facet};
pub use form::append as append_pair;
pub use geo::{Area, MapPosition};
pub use length::{LONGEST, readable};
pub use path::is_same_origin_path;
pub use print::EventLinks;
pub use query::{Alternatives, Query};
