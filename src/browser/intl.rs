//! The browser's `Intl`: languages, numbers and the rules of the world's time zones.
//!
//! Nothing here throws: what a browser lacks is replaced by plain ISO text or by `None`.

mod formatter;
mod locale;
mod styles;
mod visitor;
mod week;
mod written;
mod zones;

pub use locale::Locale;
pub use visitor::{visitor_clock, visitor_now};
pub use zones::IntlZones;
