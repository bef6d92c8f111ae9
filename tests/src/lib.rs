//! What a visitor does, in real browsers: a host that can misbehave, three engines, and a page read through its hooks.

pub mod browser;
pub mod host;
pub mod page;
pub mod recorder;
pub mod stage;
pub mod wait;
pub mod webdriver;
