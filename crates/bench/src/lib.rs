//! What `cargo xtask bench` measures: made-up calendars of any size, and the core as a page of its own.

#[cfg(target_arch = "wasm32")]
pub mod page;
pub mod synthetic;
#[cfg(target_arch = "wasm32")]
mod zones;
