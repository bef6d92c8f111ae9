//! `cargo xtask data`: makes the data that comes with Marchmap, which the package `data` does.

use anyhow::Result;

use crate::chore::{Chore, Options};
use crate::{project, setup};

/// The chore, for the list.
pub const CHORE: Chore = Chore {
    name: "data",
    about: "make data that comes with Marchmap from its sources; example, basemap or gazetteer",
    work,
};

fn work(options: Options) -> Result<()> {
    setup::code()?;
    let mut data = project::cargo();
    data.args("run --locked --quiet -p data --".split(' '));
    project::run(data.args(options.rest()))
}
