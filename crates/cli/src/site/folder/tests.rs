//! Which files of a folder are written, left and removed.

use map::basemap::Basemap;

use super::*;

fn files(all: &[(&str, &str)]) -> Files {
    let content = |text: &str| Content::Bytes(text.as_bytes().to_vec());
    all.iter()
        .map(|(path, text)| ((*path).to_owned(), content(text)))
        .collect()
}

fn painter() -> Painter {
    let nothing = r#"{"format":"marchmap-basemap/1","grid":4,"credit":"","arcs":[],"land":[],"borders":[],"disputed":[]}"#;
    Painter::new(&Basemap::read(nothing.as_bytes()).unwrap())
}

/// A folder, and every file that is in it but the list, as `path=text`.
struct There(tempfile::TempDir);

impl There {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn put(&self, path: &str, text: &str) {
        let file = self.0.path().join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    fn update(&self, all: &[(&str, &str)]) -> Result<(usize, usize), Failure> {
        let done = Folder::open(self.0.path())?.update(files(all), || Ok(painter()))?;
        Ok((done.written, done.removed))
    }

    #[track_caller]
    fn check(&self, expected: &[&str]) {
        let (mut found, mut waiting) = (Vec::new(), vec![self.0.path().to_owned()]);
        while let Some(next) = waiting.pop() {
            let entries: Vec<_> = fs::read_dir(&next)
                .unwrap()
                .map(|entry| entry.unwrap().path())
                .collect();
            if entries.is_empty() {
                found.push(next.display().to_string());
            }
            for path in entries {
                match path.is_dir() {
                    true => waiting.push(path),
                    false => {
                        let name = path
                            .strip_prefix(self.0.path())
                            .unwrap()
                            .display()
                            .to_string();
                        found.push(format!("{name}={}", fs::read_to_string(&path).unwrap()));
                    }
                }
            }
        }
        found.retain(|file| !file.contains(manifest::NAME));
        found.sort();
        assert_eq!(found, expected);
    }
}

#[test]
fn only_what_changed_is_written_and_what_is_no_longer_made_is_removed() {
    let there = There::new();
    there.put("cname", "mine");
    there.put("e/notes.txt", "mine");
    let first = [
        ("index.html", "1"),
        ("e/a/index.html", "a"),
        ("e/b/index.html", "b"),
    ];
    assert_eq!(there.update(&first).unwrap(), (3, 0));
    assert_eq!(there.update(&first).unwrap(), (0, 0));
    let second = [("index.html", "2"), ("e/a/index.html", "a")];
    assert_eq!(there.update(&second).unwrap(), (1, 1));
    there.check(&[
        "cname=mine",
        "e/a/index.html=a",
        "e/notes.txt=mine",
        "index.html=2",
    ]);
}

#[test]
fn a_file_that_was_cut_short_is_made_again() {
    let there = There::new();
    there.update(&[("index.html", "whole")]).unwrap();
    there.put("index.html", "");
    assert_eq!(there.update(&[("index.html", "whole")]).unwrap(), (1, 0));
}

#[test]
fn a_file_of_someone_else_is_never_replaced() {
    let there = There::new();
    there.put("index.html", "mine");
    there.put("robots.txt", "mine");
    let site = [
        ("e/a/index.html", "a"),
        ("index.html", "1"),
        ("robots.txt", "ours"),
    ];
    let failure = there.update(&site).unwrap_err();
    assert!(
        failure.what.contains("index.html stands where"),
        "{failure}"
    );
    there.check(&["index.html=mine", "robots.txt=mine"]);
    fs::remove_file(there.0.path().join("index.html")).unwrap();
    let done = Folder::open(there.0.path())
        .unwrap()
        .update(files(&site), || Ok(painter()))
        .unwrap();
    assert_eq!(
        (done.written, done.left),
        (2, vec!["robots.txt".to_owned()])
    );
    there.check(&["e/a/index.html=a", "index.html=1", "robots.txt=mine"]);
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link() {
    let (there, elsewhere) = (There::new(), There::new());
    std::os::unix::fs::symlink(elsewhere.0.path(), there.0.path().join("e")).unwrap();
    assert!(there.update(&[("e/a/index.html", "a")]).is_err());
    assert_eq!(fs::read_dir(elsewhere.0.path()).unwrap().count(), 0);
}

#[test]
fn no_path_leaves_the_folder() {
    let outer = There::new();
    let inner = outer.0.path().join("site");
    let done = Folder::open(&inner)
        .unwrap()
        .update(files(&[("../a", "x"), ("/b", "x"), ("c", "x")]), || {
            Ok(painter())
        })
        .unwrap();
    assert_eq!(done.all, 1);
    outer.check(&["site/c=x"]);
}
