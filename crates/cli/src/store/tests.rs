//! One file replaced by another in a process; the whole program is in `tests/outputs.rs`.

use std::fs;

use super::*;

#[test]
fn a_file_is_replaced_whole() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("events.json");
    write(&file, b"first").unwrap();
    write(&file, b"second").unwrap();
    assert_eq!(fs::read(&file).unwrap(), b"second");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("no/events.json");
    let failure = write(&file, b"").unwrap_err();
    assert!(failure.what.contains("no/events.json"), "{failure}");
}

#[cfg(unix)]
#[test]
fn a_link_and_its_permissions_stay() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let (file, link) = (folder.path().join("a.json"), folder.path().join("b.json"));
    fs::write(&file, "first").unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    std::os::unix::fs::symlink(&file, &link).unwrap();
    write(&link, b"second").unwrap();
    assert_eq!(fs::read(&file).unwrap(), b"second");
    let mode = fs::metadata(&file).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
}

#[cfg(unix)]
#[track_caller]
fn check_same(a: &str, b: &str, is_same: bool) {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("there.json"), "").unwrap();
    fs::hard_link(path("there.json"), path("hard.json")).unwrap();
    fs::create_dir(path("sub")).unwrap();
    let link = |to: &str, name: &str| std::os::unix::fs::symlink(to, path(name)).unwrap();
    link("there.json", "link.json");
    link("link.json", "chain.json");
    link("new.json", "dangling.json");
    link(".", "self");
    link("/dev/stdout", "out");
    let open = |name: &str| match name.starts_with(['-', '/']) {
        true => Output::open(Path::new(name)).unwrap(),
        false => Output::open(&path(name)).unwrap(),
    };
    assert_eq!(open(a).is_same(&open(b)), is_same, "{a} {b}");
    assert_eq!(open(b).is_same(&open(a)), is_same, "{b} {a}");
}

#[cfg(unix)]
#[test]
fn one_file_is_known_by_all_its_names() {
    for name in [
        "hard",
        "link",
        "chain",
        "sub/../there",
        "self/there",
        "./there",
    ] {
        check_same("there.json", &format!("{name}.json"), true);
    }
    for name in ["dangling", "self/dangling", "sub/../new", "New"] {
        check_same("new.json", &format!("{name}.json"), true);
    }
    for name in ["-", "/dev/fd/1", "/proc/self/fd/1", "out"] {
        check_same("/dev/stdout", name, true);
    }
    check_same("there.json", "new.json", false);
    check_same("new.json", "sub/new.json", false);
    check_same("/dev/null", "/dev/null", false);
}
