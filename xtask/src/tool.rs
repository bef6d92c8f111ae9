//! `cargo xtask tool`: the command-line tool with the built app inside, so that `marchmap site` needs nothing else.

use anyhow::Result;

use crate::chore::{Chore, Options};
use crate::{build, project};

/// The chore, for the list.
pub const CHORE: Chore = Chore {
    name: "tool",
    about: "build the tool `marchmap` with the page inside; --built takes dist/ as it is",
    work,
};

fn work(mut options: Options) -> Result<()> {
    let built = options.has("--built");
    options.end()?;
    if !built {
        build::release()?;
    }
    let mut cargo = project::cargo();
    cargo
        .args([
            "build",
            "--locked",
            "--profile",
            "tool",
            "-p",
            "marchmap-cli",
        ])
        .env("MARCHMAP_APP", project::path("dist"));
    project::run(&mut cargo)?;
    let tool = project::target_folder().join("tool").join("marchmap");
    project::say(&format!("the tool is {}", tool.display()));
    Ok(())
}
