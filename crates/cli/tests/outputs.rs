//! What a command writes to: pipes, devices and folders, one file under two names, files of other people.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod run;

use std::fs;
use std::os::unix::fs::{FileTypeExt as _, MetadataExt as _, PermissionsExt as _, chown, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

use run::{Ran, marchmap};

const EVENTS: &str =
    r#"[{ "id": "a", "title": "Rally", "start": "2023-11-04", "city": "Lyon", "country": "FR" }]"#;

/// One row goes in, one has no place that is known.
const SHEET: &str =
    "date,title,city,country\n2023-11-04,March,Lyon,FR\n2023-11-05,Vigil,Nowhere,FR\n";

/// A folder with an event file and a sheet.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("events.json"), EVENTS).unwrap();
    fs::write(folder.path().join("sheet.csv"), SHEET).unwrap();
    folder
}

fn pipe(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

/// What a thread reads from a pipe, which waits for who writes it.
fn reading(path: PathBuf) -> std::thread::JoinHandle<String> {
    std::thread::spawn(move || fs::read_to_string(path).unwrap())
}

fn words(line: &str) -> Vec<&str> {
    line.split_whitespace().collect()
}

/// Runs a line that is refused: status 2, this said, and every file as it was.
#[track_caller]
fn check_refused(folder: &Path, line: &str, told: &str) {
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
    assert!(ran.err.contains(told), "{line}: {}", ran.err);
    assert!(!ran.err.contains("os error"), "{line}: {}", ran.err);
    assert_eq!(before, files(), "{line}");
}

#[track_caller]
fn runs(folder: &Path, line: &str, status: i32) -> Ran {
    let ran = marchmap(folder, &words(line), b"");
    assert_eq!(ran.status, status, "{line}: {}", ran.err);
    ran
}

#[test]
fn events_and_rejects_never_go_into_one_file() {
    let folder = folder();
    let path = folder.path();
    fs::write(path.join("out.json"), EVENTS).unwrap();
    fs::hard_link(path.join("out.json"), path.join("hard.json")).unwrap();
    symlink("out.json", path.join("link.json")).unwrap();
    fs::create_dir(path.join("sub")).unwrap();
    let told = "events and rejects would both be written to";
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
            told,
        );
        check_refused(
            path,
            &format!("import sheet.csv -o {rejects} --rejects out.json"),
            told,
        );
    }
    check_refused(
        path,
        "import sheet.csv -o new.json --rejects New.json",
        told,
    );
    check_refused(path, "import sheet.csv -o - --rejects /dev/stdout", told);
    pipe(&path.join("pipe"));
    check_refused(path, "import sheet.csv -o pipe --rejects pipe", told);
}

#[test]
fn only_a_rejects_file_is_replaced_by_rejects() {
    let folder = folder();
    let path = folder.path();
    let told = "is no rejects file, and would be lost";
    check_refused(
        path,
        "import sheet.csv -o out.json --rejects events.json",
        told,
    );
    check_refused(
        path,
        "import sheet.csv -o out.json --rejects sheet.csv",
        told,
    );
    fs::write(path.join("out.rejects.json"), "[1]").unwrap();
    check_refused(path, "import sheet.csv -o out.json", told);
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
    for (name, told) in [
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
            told,
        );
        check_refused(path, &format!("import sheet.csv -o {name}"), told);
        check_refused(
            path,
            &format!("import sheet.csv -o out.json --rejects {name}"),
            told,
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

#[test]
fn a_link_stays_a_link_whatever_is_at_its_end() {
    let folder = folder();
    let path = folder.path();
    fs::create_dir(path.join("data")).unwrap();
    symlink("data/second", path.join("first")).unwrap();
    symlink("out.json", path.join("data/second")).unwrap();
    runs(path, "import sheet.csv -o first", 1);
    let made = fs::read_to_string(path.join("data/out.json")).unwrap();
    assert!(made.contains("\"March\""), "{made}");
    for name in ["first", "data/second"] {
        assert!(path.join(name).is_symlink(), "{name}");
    }
    assert!(path.join("first.rejects.json").exists());
}

#[test]
fn owner_group_and_permissions_stay() {
    let folder = folder();
    let file = folder.path().join("events.json");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o664)).unwrap();
    let is_root = fs::metadata(&file).unwrap().uid() == 0;
    if is_root {
        chown(&file, Some(1234), Some(5678)).unwrap();
    }
    let before = fs::metadata(&file).unwrap();
    runs(folder.path(), "import sheet.csv -o events.json", 1);
    let after = fs::metadata(&file).unwrap();
    let of = |it: &fs::Metadata| (it.uid(), it.gid(), it.mode());
    assert_eq!(of(&after), of(&before));
    assert_ne!(after.ino(), before.ino());
    assert!(fs::read_to_string(&file).unwrap().contains("\"March\""));
}

/// Needs root, to be somebody else.
#[test]
fn a_file_of_somebody_else_stays_theirs() {
    use std::os::unix::process::CommandExt as _;
    let folder = folder();
    let path = folder.path();
    let file = path.join("events.json");
    if fs::metadata(&file).unwrap().uid() != 0 {
        return;
    }
    for name in [".", "events.json", "sheet.csv"] {
        let mode = fs::Permissions::from_mode(0o777);
        fs::set_permissions(path.join(name), mode).unwrap();
    }
    // Where another user can start it.
    let tool = path.join("marchmap");
    fs::copy(env!("CARGO_BIN_EXE_marchmap"), &tool).unwrap();
    let import = || {
        let mut command = Command::new(&tool);
        command.args(["import", "sheet.csv", "-o", "events.json"]);
        command
            .current_dir(path)
            .uid(1234)
            .gid(1234)
            .output()
            .unwrap()
    };
    let before = fs::metadata(&file).unwrap();
    assert_eq!(import().status.code(), Some(1));
    let after = fs::metadata(&file).unwrap();
    assert_eq!(
        (after.uid(), after.mode(), after.ino()),
        (before.uid(), before.mode(), before.ino())
    );
    let text = fs::read_to_string(&file).unwrap();
    assert!(
        text.contains("\"March\"") && text.contains("\"Rally\""),
        "{text}"
    );
    let left = |entry: &fs::DirEntry| {
        entry
            .file_name()
            .to_string_lossy()
            .starts_with(".marchmap-")
    };
    assert_eq!(
        fs::read_dir(path).unwrap().flatten().filter(left).count(),
        0
    );
    // One that they may only read is not replaced, although the folder would let them.
    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
    let refused = import();
    assert_eq!(refused.status.code(), Some(2));
    let told = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(told, "error: cannot write events.json: Permission denied\n");
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
}
