//! `cargo xtask languages`: the language files against the English one and against their glossaries.

use anyhow::Result;

use crate::chore::{Chore, Options};
use crate::project;

/// The chore, for the list.
pub const CHORE: Chore = Chore {
    name: "languages",
    about: "check the language files: keys, plural forms, placeholders, markup, lengths and glossaries",
    work,
};

fn work(options: Options) -> Result<()> {
    options.end()?;
    project::run(
        project::cargo().args("test --locked --quiet -p texts --test language_files".split(' ')),
    )
}
