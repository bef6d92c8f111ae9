//! What `cargo xtask bench` measures, made-up calendars of any size and the core as a page of its own, and what it reports.

#[cfg(target_arch = "wasm32")]
pub mod page;
#[cfg(not(target_arch = "wasm32"))]
pub mod report;
pub mod synthetic;
#[cfg(target_arch = "wasm32")]
mod zones;
