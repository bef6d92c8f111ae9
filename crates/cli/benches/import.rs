//! How long the tool takes to import 100,000 rows with city and country, the first time and again, and how much memory:
//! `cargo bench -p marchmap-cli --profile tool --bench import`, with the flags of a release. The budget is 3 seconds and 500 MB on two cores.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const ROWS: usize = 100_000;
const MOST_SECONDS: f64 = 3.0;
const MOST_MEGABYTES: u64 = 500;

/// Cities under names of several languages, some with their country in words.
const CITIES: [(&str, &str); 12] = [
    ("Lyon", "France"),
    ("Paris", "FR"),
    ("Köln", "Deutschland"),
    ("São Paulo", "Brasil"),
    ("Ōsaka", "Japan"),
    ("Leeds", "United Kingdom"),
    ("Chicago", "US"),
    ("القاهرة", "مصر"),
    ("Lagos", "Nigeria"),
    ("Mumbai", "India"),
    ("Москва", "Россия"),
    ("İzmir", "Türkiye"),
];

fn main() {
    let mut over = false;
    for (says, days, with_page) in [
        ("a page each", 336, true),
        ("one month, no pages", 28, false),
    ] {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("sheet.csv"), sheet(days, with_page)).unwrap();
        for run in ["first", "again"] {
            let (seconds, megabytes) = import(folder.path());
            println!("import of {ROWS} rows, {says}, {run}: {seconds:.2} s, {megabytes} MB");
            over |= seconds > MOST_SECONDS || megabytes > MOST_MEGABYTES;
        }
    }
    if over {
        println!("over the budget of {MOST_SECONDS} s and {MOST_MEGABYTES} MB");
    }
}

/// Rows spread over so many days, with the address of a page of their own or none.
fn sheet(days: usize, with_page: bool) -> String {
    let mut sheet = String::from("date,time,title,city,country,place,url\n");
    for row in 0..ROWS {
        let (city, country) = CITIES[row % CITIES.len()];
        let (month, day, hour) = (row % days / 28 + 1, row % 28 + 1, row % 12 + 8);
        let square = row % 500;
        let page = match with_page {
            true => format!("https://example.org/{row}"),
            false => String::new(),
        };
        writeln!(
            sheet,
            "2023-{month:02}-{day:02},{hour}:00,Rally number {row},{city},{country},Square {square},{page}"
        )
        .unwrap();
    }
    sheet
}

/// Seconds and the most memory in use, in megabytes (0 where the system does not tell).
fn import(folder: &Path) -> (f64, u64) {
    let begun = Instant::now();
    let mut child = Command::new(env!("CARGO_BIN_EXE_marchmap"))
        .args(["import", "sheet.csv", "-o", "events.json"])
        .current_dir(folder)
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let status = format!("/proc/{}/status", child.id());
    let mut most = 0;
    let ended = loop {
        let said = std::fs::read_to_string(&status).unwrap_or_default();
        let peak = said.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let peak = peak.and_then(|peak| peak.trim().strip_suffix(" kB")?.trim().parse().ok());
        most = most.max(peak.unwrap_or(0));
        if let Some(ended) = child.try_wait().unwrap() {
            break ended;
        }
        std::thread::sleep(Duration::from_millis(2));
    };
    assert!(ended.success(), "{ended}");
    (begun.elapsed().as_secs_f64(), most / 1000)
}
