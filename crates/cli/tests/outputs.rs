//! What a command writes to: pipes, devices and folders, one file under two names.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod run;

use std::fs;
use std::os::unix::fs::{FileTypeExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

use run::desk::{EVENTS, folder, runs, words};
use run::marchmap;

fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

/// What a thread reads from a pipe, which waits for who writes it.
fn reading(path: PathBuf) -> std::thread::JoinHandle<String> {
    std::thread::spawn(move || fs::read_to_string(path).unwrap())
}

/// Runs a line that is refused: status 2, this said, and every file as it was.
#[track_caller]
fn check_refused(folder: &Path, line: &str, message: &str) {
    let files = || {
        let mut all: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|file| file.unwrap().path())
            .collect();
        all.sort();
        let text = |path: &PathBuf| {
            path.metadata()
                .is_ok_and(|is| is.is_file())
                .then(|| fs::read(path).unwrap())
        };
        let texts: Vec<_> = all.iter().map(text).collect();
        (all, texts)
    };
    let before = files();
    let ran = marchmap(folder, &words(line), b"");
    assert_eq!(ran.status, 2, "{line}: {}", ran.err);
    assert!(ran.err.contains(message), "{line}: {}", ran.err);
    assert!(!ran.err.contains("os error"), "{line}: {}", ran.err);
    assert_eq!(before, files(), "{line}");
}

#[test]
fn events_and_rejects_never_go_into_one_file() {
    let folder = folder();
    let path = folder.path();
    fs::write(path.join("out.json"), EVENTS).unwrap();
    fs::hard_link(path.join("out.json"), path.join("hard.json")).unwrap();
    symlink("out.json", path.join("link.json")).unwrap();
    fs::create_dir(path.join("sub")).unwrap();
    let message = "events and rejects would both be written to";
    for rejects in [
        "out.json",
        "./out.json",
        "sub/../out.json",
        "hard.json",
        "link.json",
    ] {
        check_refused(
            path,
            &format!("import sheet.csv -o out.json --rejects {rejects}"),
            message,
        );
        check_refused(
            path,
            &format!("import sheet.csv -o {rejects} --rejects out.json"),
            message,
        );
    }
    check_refused(
        path,
        "import sheet.csv -o new.json --rejects New.json",
        message,
    );
    check_refused(path, "import sheet.csv -o - --rejects /dev/stdout", message);
    pipe(&path.join("pipe"));
    check_refused(path, "import sheet.csv -o pipe --rejects pipe", message);
}

#[test]
fn only_a_rejects_file_is_replaced_by_rejects() {
    let folder = folder();
    let path = folder.path();
    let message = "is no rejects file, and would be lost";
    check_refused(
        path,
        "import sheet.csv -o out.json --rejects events.json",
        message,
    );
    check_refused(
        path,
        "import sheet.csv -o out.json --rejects sheet.csv",
        message,
    );
    fs::write(path.join("out.rejects.json"), "[1]").unwrap();
    check_refused(path, "import sheet.csv -o out.json", message);
}

#[test]
fn an_export_never_replaces_its_event_file() {
    let folder = folder();
    let path = folder.path();
    fs::hard_link(path.join("events.json"), path.join("hard.json")).unwrap();
    symlink("events.json", path.join("link.json")).unwrap();
    for name in ["events.json", "./events.json", "hard.json", "link.json"] {
        for format in ["csv", "json"] {
            let line = format!("export events.json --to {format} -o {name}");
            check_refused(path, &line, "is the event file itself");
        }
    }
    // By the shell: `marchmap export - -o events.json < events.json`, and `>> events.json`.
    for rest in [
        "- -o events.json < events.json",
        "events.json >> events.json",
    ] {
        let line = format!(
            "'{}' export --to csv {rest}",
            env!("CARGO_BIN_EXE_marchmap")
        );
        let ran = Command::new("sh")
            .args(["-c", &line])
            .current_dir(path)
            .output()
            .unwrap();
        assert_eq!(ran.status.code(), Some(2), "{rest}");
        assert_eq!(
            fs::read_to_string(path.join("events.json")).unwrap(),
            EVENTS
        );
    }
}

#[test]
fn a_pipe_gets_what_a_file_would() {
    let folder = folder();
    let path = folder.path();
    let file = runs(path, "import sheet.csv -o -", 1).out;
    for line in [
        "import sheet.csv -o pipe",
        "import sheet.csv -o pipe --rejects r.json",
    ] {
        pipe(&path.join("pipe"));
        let read = reading(path.join("pipe"));
        runs(path, line, 1);
        assert_eq!(read.join().unwrap(), file);
        assert!(
            fs::metadata(path.join("pipe"))
                .unwrap()
                .file_type()
                .is_fifo()
        );
        fs::remove_file(path.join("pipe")).unwrap();
    }
    pipe(&path.join("pipe"));
    let read = reading(path.join("pipe"));
    runs(path, "import sheet.csv -o out.json --rejects pipe", 1);
    assert_eq!(
        read.join().unwrap(),
        fs::read_to_string(path.join("r.json")).unwrap()
    );
    assert_eq!(fs::read_to_string(path.join("out.json")).unwrap(), file);
    assert!(!path.join("pipe.rejects.json").exists());
}

#[test]
fn standard_streams_have_names_too() {
    let folder = folder();
    let path = folder.path();
    let csv = runs(path, "export events.json --to csv", 0).out;
    for name in ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"] {
        assert_eq!(
            runs(path, &format!("export events.json --to csv -o {name}"), 0).out,
            csv
        );
    }
    assert_eq!(
        runs(path, "export events.json --to csv -o /dev/stderr", 0).err,
        csv
    );
    let import = runs(
        path,
        "import sheet.csv -o /dev/stdout --rejects /dev/stderr",
        1,
    );
    assert!(import.out.contains("\"March\""), "{}", import.out);
    assert!(import.err.contains("marchmap-rejects/1"), "{}", import.err);
    // Into a file that the shell opened, after what is in it.
    let line = format!(
        "echo first > log; '{}' export events.json --to csv -o /dev/stdout >> log",
        env!("CARGO_BIN_EXE_marchmap")
    );
    assert!(
        Command::new("sh")
            .args(["-c", &line])
            .current_dir(path)
            .status()
            .unwrap()
            .success()
    );
    assert_eq!(
        fs::read_to_string(path.join("log")).unwrap(),
        format!("first\n{csv}")
    );
}

#[test]
fn devices_take_everything_or_say_why_not() {
    let folder = folder();
    let path = folder.path();
    runs(path, "export events.json --to csv -o /dev/null", 0);
    runs(path, "import sheet.csv -o /dev/null", 1);
    runs(path, "import sheet.csv -o /dev/null --rejects /dev/null", 1);
    let full = "No space left on device";
    check_refused(path, "export events.json --to csv -o /dev/full", full);
    check_refused(path, "import sheet.csv -o /dev/full", full);
    check_refused(path, "import sheet.csv -o - --rejects /dev/full", full);
    // With nowhere to write to, or nowhere to complain.
    for (line, status) in [
        ("check events.json > /dev/full", 2),
        ("check events.json > /dev/full 2>&1", 2),
        ("check events.json 2> /dev/full", 0),
        ("import sheet.csv -o out.json 2> /dev/full", 1),
        ("check no.json 2> /dev/full", 2),
    ] {
        let line = format!("'{}' {line}", env!("CARGO_BIN_EXE_marchmap"));
        let ran = Command::new("sh")
            .args(["-c", &line])
            .current_dir(path)
            .status()
            .unwrap();
        assert_eq!(ran.code(), Some(status), "{line}");
    }
}

#[test]
fn what_cannot_be_written_is_called_what_it_is() {
    let folder = folder();
    let path = folder.path();
    let _socket = std::os::unix::net::UnixListener::bind(path.join("socket")).unwrap();
    symlink("loop", path.join("loop")).unwrap();
    fs::create_dir(path.join("sub")).unwrap();
    for (name, message) in [
        ("sub", "cannot write sub: it is a folder"),
        ("sub/", "cannot write sub/: it is a folder"),
        (".", "it is a folder"),
        ("new/", "cannot write new/: No such file or directory"),
        (
            "no/out.json",
            "cannot write no/out.json: No such file or directory",
        ),
        (
            "sheet.csv/out.json",
            "cannot write sheet.csv/out.json: Not a directory",
        ),
        ("socket", "cannot write socket: it is a socket"),
        ("loop", "too many links"),
    ] {
        check_refused(
            path,
            &format!("export events.json --to csv -o {name}"),
            message,
        );
        check_refused(path, &format!("import sheet.csv -o {name}"), message);
        check_refused(
            path,
            &format!("import sheet.csv -o out.json --rejects {name}"),
            message,
        );
    }
    pipe(&path.join("pipe"));
    check_refused(
        path,
        "check --fix pipe",
        "pipe is no file that can be changed",
    );
    check_refused(path, "check --fix sub", "it is a folder");
}
