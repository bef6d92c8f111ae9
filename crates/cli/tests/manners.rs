//! What a good tool of Unix has: help, completions, a manual page, an exit status that means something.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod run;

use std::fs;
use std::process::Command;

use run::{marchmap, samples};

#[track_caller]
fn check(words: &[&str], status: i32, printed: &str) {
    let ran = marchmap(&samples("."), words, b"");
    assert_eq!(ran.status, status, "{words:?}: {}", ran.err);
    let all = format!("{}{}", ran.out, ran.err);
    assert!(all.contains(printed), "{words:?}: {all}");
}

#[test]
fn help_names_every_command() {
    for command in ["check", "import", "export", "completions", "man"] {
        check(&["help"], 0, &format!("\n  {command} "));
        check(
            &[command, "--help"],
            0,
            &format!("Usage: marchmap {command}"),
        );
    }
    check(&["--version"], 0, env!("CARGO_PKG_VERSION"));
}

#[test]
fn shells_and_man_get_what_they_read() {
    check(&["completions", "bash"], 0, "_marchmap()");
    check(&["completions", "zsh"], 0, "#compdef marchmap");
    check(&["completions", "fish"], 0, "complete -c marchmap");
    check(&["man"], 0, ".TH marchmap 1");
    check(&["man", "check"], 0, ".TH marchmap-check 1");
    check(&["man", "cook"], 2, "there is no command `cook`");
}

#[test]
fn a_slip_is_status_two_and_told() {
    check(&[], 2, "Usage: marchmap");
    check(&["chekc", "a.json"], 2, "similar");
    check(&["export", "a.json"], 2, "--to");
    check(&["export", "a.json", "--to", "pdf"], 2, "geojson");
    check(
        &["check", "a.json", "--json", "--github"],
        2,
        "cannot be used with",
    );
    check(&["check", "a.json", "--dry-run"], 2, "--fix");
    check(
        &["check", "no/such/file.json"],
        2,
        "error: cannot read no/such/file.json: No such file or directory\n",
    );
    check(
        &["import", "--from", "ics", "import/wide.tsv", "-o", "-"],
        2,
        "error: cannot import import/wide.tsv: no line of it begins with BEGIN:VCALENDAR",
    );
    check(
        &[
            "import",
            "--from",
            "marchmap",
            "import/group.ics",
            "-o",
            "-",
        ],
        2,
        "error: cannot import import/group.ics: Line 1, ",
    );
}

/// Writes more than the shell lets it, into a file that is there.
#[cfg(unix)]
#[track_caller]
fn check_limited(before: &str) {
    let folder = tempfile::tempdir().unwrap();
    let events: String = (0..2000)
        .map(|at| format!(r#"{{"id": "e{at}", "title": "Rally {at}", "start": "2023-11-04"}},"#))
        .collect();
    let events = format!("[{}]", events.trim_end_matches(','));
    fs::write(folder.path().join("events.json"), events).unwrap();
    fs::write(folder.path().join("out.ics"), "as it was").unwrap();
    let line = format!(
        "{before} ulimit -f 8; exec '{}' export events.json --to ics -o out.ics",
        env!("CARGO_BIN_EXE_marchmap")
    );
    let mut shell = Command::new("sh");
    let output = shell
        .args(["-c", &line])
        .current_dir(folder.path())
        .output()
        .unwrap();
    let err = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(err, "error: cannot write out.ics: File too large\n");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    assert_eq!(
        fs::read_to_string(folder.path().join("out.ics")).unwrap(),
        "as it was"
    );
}

#[cfg(unix)]
#[test]
fn a_file_past_the_size_limit_leaves_the_old_one() {
    check_limited("trap '' XFSZ;");
    check_limited("");
}

/// Quoted in messages, tables and explanations.
#[test]
fn what_strangers_write_moves_no_cursor() {
    let folder = tempfile::tempdir().unwrap();
    let sheet = "date,title,city,country\n\
        2031-05-03,\u{1b}[31mRed\u{1b}]0;mine\u{7},\u{1b}[2JNowhere,FR\n2031-05-03,\u{9b}31mRed,Lyon,FR\n";
    fs::write(folder.path().join("sheet.csv"), sheet).unwrap();
    for more in ["", "--dry-run", "--explain", "--explain --dry-run"] {
        let mut words = vec!["import", "sheet.csv", "-o", "out.json"];
        words.extend(more.split_whitespace());
        let ran = marchmap(folder.path(), &words, b"");
        assert_eq!(ran.status, 1, "{}", ran.err);
        for said in [&ran.out, &ran.err] {
            let obeyed = |c: char| c.is_control() && c != '\n' && c != '\t';
            assert!(!said.contains(obeyed), "{more}: {said:?}");
        }
    }
    let ran = marchmap(
        folder.path(),
        &["import", "sheet.csv", "-o", "/dev/null", "--dry-run"],
        b"",
    );
    assert!(ran.err.contains("\\u001b[2JNowhere"), "{}", ran.err);
}
