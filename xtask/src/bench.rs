//! `cargo xtask bench`: how quick the page is at every size, beside its peers, in one run.

mod calendars;
mod options;
mod page;

use ::bench::report::{self, Report};
use anyhow::{Context as _, Result};

use crate::chore::{self, Chore};
use crate::setup;
use crate::{build, note, project};
use options::Options;

/// The chore, for the list.
pub const CHORE: Chore = Chore {
    name: "bench",
    about: "measure the page at every size beside its peers; --quick, --core or --page alone, --built, \
            --events 1000,100000, --browsers chromium,firefox,webkit, --json, --write (into docs/performance.md)",
    work,
};

fn work(options: chore::Options) -> Result<()> {
    let options = Options::read(options)?;
    let tools = setup::browsers(&options.browsers)?;
    let builders = setup::page()?;
    if !options.built && !options.core {
        build::release()?;
    }
    let folder = project::target_folder().join("bench");
    std::fs::create_dir_all(&folder)?;
    calendars::write(&folder, &options.events)?;
    page::build(&builders, &folder)?;
    // The page as it is published: with the first events of the bundled calendar in it.
    let published = folder.join("published.html");
    std::fs::copy(project::path("dist/index.html"), &published)?;
    build::first_list(&published)?;
    let measured = folder.join("measured.json");
    let mut bench = tools.command(project::cargo_path())?;
    bench
        .args("run --locked --quiet -p browser_tests --example bench --".split(' '))
        .args([&project::path("dist"), &folder, &measured])
        .args(options.words());
    project::run(&mut bench)?;
    let text = std::fs::read_to_string(&measured).context("what was measured")?;
    if options.json {
        print!("{text}");
        return Ok(());
    }
    let report = Report::read(&text)?;
    let table = report::table(&report, &machine());
    print!("{table}");
    if options.write {
        note::note("docs/performance.md", "## Speed", &table)?;
    }
    Ok(())
}

/// What the figures are of, and how busy it was.
fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').nth(1).unwrap_or("unknown");
    format!("Measured on {cores} cores; load average of the last five minutes: {load}.")
}
