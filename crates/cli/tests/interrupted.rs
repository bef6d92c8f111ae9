//! Signals in the middle of a write, and two programs at one file.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Read as _};
use std::os::unix::process::ExitStatusExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};

const REJECTS: &str = r#"{ "format": "marchmap-rejects/1", "rejects": [{ "source": "old.csv", "line": 2, "reason": "", "text": "" }] }"#;

/// The title of row `number`, in a sheet of a thousand.
fn title(number: usize) -> String {
    format!("March {number}")
}

/// A folder with two sheets; of the last row of each the place is not known.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, first) in [("a.csv", 0), ("b.csv", 1000)] {
        let row = |at: usize| format!("2023-11-04,{},Lyon,FR\n", title(first + at));
        let rows: String = (0..1000).map(row).collect();
        let sheet = format!("date,title,city,country\n{rows}2023-11-05,Vigil,Nowhere {first},FR\n");
        fs::write(folder.path().join(name), sheet).unwrap();
    }
    let pipe = folder.path().join("pipe");
    assert!(Command::new("mkfifo").arg(pipe).status().unwrap().success());
    folder
}

fn start(folder: &Path, line: &str) -> Child {
    // A shell without job control has what it starts in the background ignore INT and QUIT, `nohup` HUP; the tool leaves
    // ignored what it finds ignored.
    let mut command = match cfg!(target_os = "linux") {
        true => {
            let mut command = Command::new("env");
            command.args(["--default-signal", env!("CARGO_BIN_EXE_marchmap")]);
            command
        }
        false => Command::new(env!("CARGO_BIN_EXE_marchmap")),
    };
    command.args(line.split_whitespace()).current_dir(folder);
    command
        .stdin(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

fn temporary(folder: &Path) -> usize {
    let names = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name());
    names
        .filter(|name| name.to_string_lossy().starts_with(".marchmap-"))
        .count()
}

fn signal(child: &Child, name: &str) {
    let id = child.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-s", name, &id])
            .status()
            .unwrap()
            .success()
    );
}

/// The next line on standard error.
fn line(child: &mut Child) -> String {
    let mut line = String::new();
    BufReader::new(child.stderr.as_mut().unwrap())
        .read_line(&mut line)
        .unwrap();
    line
}

/// An import is stopped when the rejects are beside their file and the events wait for who reads the pipe.
#[track_caller]
fn check_ended(name: &str, number: i32) {
    let folder = folder();
    let rejects = folder.path().join("r.json");
    fs::write(&rejects, REJECTS).unwrap();
    let mut child = start(folder.path(), "import a.csv -o pipe --rejects r.json");
    let message = line(&mut child);
    assert!(
        message.contains("pipe is a pipe that nobody reads yet"),
        "{message}"
    );
    assert_eq!(temporary(folder.path()), 1);
    signal(&child, name);
    assert_eq!(child.wait().unwrap().signal(), Some(number), "{name}");
    assert_eq!(temporary(folder.path()), 0, "{name}");
    assert_eq!(fs::read_to_string(&rejects).unwrap(), REJECTS);
}

#[test]
fn a_signal_leaves_the_old_file_and_nothing_else() {
    check_ended("HUP", 1);
    check_ended("INT", 2);
    check_ended("QUIT", 3);
    check_ended("TERM", 15);
    check_ended("XCPU", 24);
}

#[test]
fn a_size_limit_leaves_the_old_files_and_nothing_else() {
    let folder = folder();
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    let events = r#"[{ "title": "Rally", "start": "2023-11-04" }]"#;
    fs::write(folder.path().join("events.json"), events).unwrap();
    fs::write(folder.path().join("r.json"), REJECTS).unwrap();
    for (outputs, message) in [
        ("-o events.json --rejects r.json", "events.json"),
        ("-o new.json --rejects r.json", "new.json"),
        ("-o - --rejects r.json > printed", "standard output"),
    ] {
        // Blocks of 512 bytes; a thousand events take more.
        let line = format!(
            "ulimit -f 16; exec '{}' import a.csv {outputs}",
            env!("CARGO_BIN_EXE_marchmap")
        );
        let mut shell = Command::new("sh");
        let ran = shell
            .args(["-c", &line])
            .current_dir(folder.path())
            .output();
        let ran = ran.unwrap();
        let err = String::from_utf8(ran.stderr).unwrap();
        assert_eq!(ran.status.code(), Some(2), "{outputs}: {err}");
        assert_eq!(
            err,
            format!("error: cannot write {message}: File too large\n")
        );
        assert_eq!(read("events.json"), events);
        assert_eq!(read("r.json"), REJECTS);
        assert_eq!(temporary(folder.path()), 0, "{outputs}");
    }
    assert!(!folder.path().join("new.json").exists());
}

#[test]
fn what_nohup_ignores_stays_ignored() {
    let folder = folder();
    let line_of = format!(
        "trap '' HUP; exec '{}' import a.csv -o pipe --rejects r.json",
        env!("CARGO_BIN_EXE_marchmap")
    );
    let mut shell = Command::new("sh");
    shell
        .args(["-c", &line_of])
        .current_dir(folder.path())
        .stderr(Stdio::piped());
    let mut child = shell.spawn().unwrap();
    let message = line(&mut child);
    assert!(message.contains("nobody reads yet"), "{message}");
    signal(&child, "HUP");
    let events = fs::read_to_string(folder.path().join("pipe")).unwrap();
    assert!(events.contains(&title(999)), "{events}");
    assert_eq!(child.wait().unwrap().code(), Some(1));
    assert!(folder.path().join("r.json").exists());
}

#[test]
fn two_imports_at_once_both_count() {
    let folder = folder();
    let mut both = ["a.csv", "b.csv"].map(|sheet| {
        start(
            folder.path(),
            &format!("import {sheet} -o events.json --set campaign={sheet}"),
        )
    });
    for child in &mut both {
        let mut message = String::new();
        child
            .stderr
            .take()
            .unwrap()
            .read_to_string(&mut message)
            .unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(1), "{message}");
    }
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
    let (events, rejects) = (read("events.json"), read("events.rejects.json"));
    for number in [0, 999, 1000, 1999] {
        assert!(
            events.contains(&format!("\"{}\"", title(number))),
            "{number}"
        );
    }
    assert_eq!(rejects.matches("\"reason\"").count(), 2, "{rejects}");
}

#[test]
fn an_import_waits_for_another_one_and_says_so() {
    let folder = folder();
    for (line_of, status) in [
        ("import a.csv -o events.json", 1),
        ("check --fix events.json", 0),
    ] {
        let other = File::open(folder.path()).unwrap();
        other.lock().unwrap();
        let mut child = start(folder.path(), line_of);
        let message = line(&mut child);
        assert!(
            message.starts_with("note: another marchmap is changing a file in "),
            "{message}"
        );
        drop(other);
        assert_eq!(child.wait().unwrap().code(), Some(status));
    }
}

#[track_caller]
fn check_saved_meanwhile(before: Option<&str>) {
    let folder = folder();
    let rejects = folder.path().join("r.json");
    if let Some(before) = before {
        fs::write(&rejects, before).unwrap();
    }
    let mut child = start(folder.path(), "import a.csv -o pipe --rejects r.json");
    line(&mut child);
    let saved = REJECTS.replace("old.csv", "an older one.csv");
    fs::write(&rejects, &saved).unwrap();
    fs::read_to_string(folder.path().join("pipe")).unwrap();
    let message = line(&mut child);
    assert_eq!(message, "error: r.json has been changed meanwhile\n");
    assert_eq!(child.wait().unwrap().code(), Some(2));
    assert_eq!(fs::read_to_string(&rejects).unwrap(), saved);
    assert_eq!(temporary(folder.path()), 0);
}

#[test]
fn a_file_saved_by_an_editor_meanwhile_is_not_replaced() {
    check_saved_meanwhile(Some(REJECTS));
    check_saved_meanwhile(None);
}
