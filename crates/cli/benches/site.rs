//! How long the tool takes to make a site of 10,000 synthetic events, from nothing and when one event changed:
//! `cargo bench -p marchmap-cli --bench site`. The budget is 20 and 3 seconds on two cores.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::Read as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use bench::synthetic::{NOW, SEED, calendar};

const EVENTS: usize = 10_000;

/// The gazetteer's places, from which the events are made up.
const PLACES: &[u8] = include_bytes!("../../gazetteer/data/places.txt.gz");

fn main() {
    let mut places = String::new();
    flate2::read::GzDecoder::new(PLACES)
        .read_to_string(&mut places)
        .unwrap();
    let file = calendar(&places, EVENTS, SEED);
    let desk = tempfile::tempdir().unwrap();
    let put = |path: &str, text: &str| std::fs::write(desk.path().join(path), text).unwrap();
    std::fs::create_dir(desk.path().join("dist")).unwrap();
    put(
        "dist/index.html",
        "<html lang=\"en\" dir=\"ltr\"><head></head><body><!--list--><div class=\"skeleton\"></div><!--/list--></body></html>",
    );
    put("events.json", &file);
    let first = site(desk.path());
    // The last event of the file is called off.
    let end = file.rfind("\"title\"").unwrap();
    put(
        "events.json",
        &format!("{}\"status\":\"cancelled\",{}", &file[..end], &file[end..]),
    );
    let again = site(desk.path());
    for (run, seconds, most) in [("from nothing", first, 20.0), ("one changed", again, 3.0)] {
        let verdict = if seconds > most {
            ": over the budget"
        } else {
            ""
        };
        println!("site of {EVENTS} events, {run}: {seconds:.2} s of {most} s{verdict}");
    }
}

fn site(desk: &Path) -> f64 {
    let begun = Instant::now();
    let status = Command::new(env!("CARGO_BIN_EXE_marchmap"))
        .args([
            "site",
            "events.json",
            "public",
            "--url",
            "https://example.org/",
            "--app",
            "dist",
            "--now",
            NOW,
        ])
        .current_dir(desk)
        .stderr(Stdio::inherit())
        .status()
        .unwrap();
    assert!(status.success());
    begun.elapsed().as_secs_f64()
}
