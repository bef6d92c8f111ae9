//! What a written file keeps: its links, its owner, its permissions.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod run;

use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown, symlink};
use std::process::Command;

use run::desk::{folder, runs};

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
    let message = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(
        message,
        "error: cannot write events.json: Permission denied\n"
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
}
