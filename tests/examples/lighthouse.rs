//! Lighthouse's judgement of the built page: `cargo xtask lighthouse` runs this with the page and a folder for the reports.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use browser_tests::host::Host;
use serde_json::Value;

/// How often it looks: the middle one of several is less of an accident.
const RUNS: usize = 5;

/// A browser without a window that calls nobody.
const FLAGS: &str = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage \
    --disable-background-networking --disable-component-update --disable-sync --no-first-run";

fn main() -> Result<()> {
    let mut words = std::env::args_os().skip(1).map(PathBuf::from);
    let (dist, folder) = words.next().zip(words.next()).context("two folders")?;
    let lighthouse = words.next().context("the command lighthouse")?;
    std::fs::create_dir_all(&folder)?;
    let host = Host::start(&dist)?;
    host.compress(browser_tests::host::Compression::Gzip);
    host.keep_alive();
    for run in 1..=RUNS {
        let report = folder.join(format!("report-{run}.json"));
        look(&lighthouse, &host.url(""), &report)?;
        let text = std::fs::read_to_string(&report)?;
        let report: Value = serde_json::from_str(&text).context("the report")?;
        // Otherwise it has judged an error page.
        ensure!(
            report["runtimeError"].is_null(),
            "{}",
            report["runtimeError"]
        );
        println!("  look {run}: {}", scores(&report));
    }
    Ok(())
}

/// One look, as on a telephone in a slow network: Lighthouse's own default.
fn look(lighthouse: &Path, address: &str, report: &Path) -> Result<()> {
    let status = Command::new(lighthouse)
        .arg(address)
        .args(["--quiet", "--output=json", "--no-enable-error-reporting"])
        .arg("--only-categories=performance,accessibility,best-practices,seo")
        .arg(format!("--chrome-flags={FLAGS}"))
        .arg(format!("--output-path={}", report.display()))
        .env("CHROME_PATH", "chromium")
        .status()
        .context("lighthouse cannot be started")?;
    ensure!(status.success(), "lighthouse failed ({status})");
    Ok(())
}

fn scores(report: &Value) -> String {
    let categories = report["categories"].as_object();
    let scores = categories.into_iter().flatten().map(|(name, category)| {
        let score = category["score"].as_f64().unwrap_or_default();
        format!("{name} {:.0}", score * 100.0)
    });
    scores.collect::<Vec<_>>().join(", ")
}
