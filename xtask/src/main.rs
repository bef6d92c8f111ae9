//! Every chore of the project is `cargo xtask CHORE`.

fn main() {}
