//! Rust's standard library made anew for the page: small, and without the words of a panic.
//!
//! The one that comes with the compiler is made for speed and carries the texts and the printing of every panic, some
//! thirty gzipped kilobytes that a visitor would wait for and never see.
//! Sources: [build-std](https://doc.rust-lang.org/cargo/reference/unstable.html#build-std),
//! [immediate-abort](https://doc.rust-lang.org/rustc/codegen-options/index.html#panic).

use std::process::Command;

use crate::{project, setup};

/// Words for the compiler: a panic ends the code at once. It is tried out, because it is not yet stable.
const FLAGS: [&str; 2] = ["-Zunstable-options", "-Cpanic=immediate-abort"];

/// What cargo and rustc read: they may use what is not yet stable, and what of the standard library is made, and how.
const ASKED: [(&str, &str); 3] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
];

/// Has `cargo`'s release made with a small standard library. The words for its compiler; none, when this Rust cannot,
/// which it says.
pub fn ask(cargo: &mut Command) -> Vec<String> {
    if !possible() {
        project::say(
            "this Rust has no sources of its standard library (`rustup component add rust-src`) or knows no \
             immediate-abort: the page works, and weighs some 30 KB more",
        );
        return Vec::new();
    }
    cargo.envs(ASKED);
    FLAGS.map(String::from).to_vec()
}

/// Whether this Rust can make one, after adding the sources if rustup can.
pub fn possible() -> bool {
    setup::rust::source() && understood()
}

/// Whether the compiler knows the words.
fn understood() -> bool {
    let mut rustc = setup::rust::compiler();
    rustc
        .env("RUSTC_BOOTSTRAP", "1")
        .args(FLAGS)
        .args(["--print", "cfg"]);
    project::output(&mut rustc).is_some()
}
