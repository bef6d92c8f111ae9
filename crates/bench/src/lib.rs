//! What `cargo xtask bench` measures: made-up calendars of any size, and the core as a page of its own.

// The allocator of the page.
#[cfg(target_arch = "wasm32")]
use memory as _;

#[cfg(target_arch = "wasm32")]
pub mod page;
pub mod synthetic;
#[cfg(target_arch = "wasm32")]
mod zones;
