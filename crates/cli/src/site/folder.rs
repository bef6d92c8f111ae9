//! The folder of a site: what changed is written, what is no longer made is removed, nothing else is touched.
//!
//! New files come first, then those that lead to them, and the old ones go last: a site that was left half-way works.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use site::{Content, Files, Painter, Picture};

use super::manifest::{self, Manifest, is_inside};
use crate::failure::Failure;
use crate::store::{self, Lock, Output};

/// What leads visitors and programs to the other files, in the order in which it is written, behind all else.
const LAST: [&str; 5] = [
    "events.json",
    "feeds.json",
    "sitemap.xml",
    "sw.js",
    "index.html",
];

/// What a site may have in a version of its own.
const OPTIONAL: [&str; 3] = [".nojekyll", "404.html", "robots.txt"];

/// A folder that no other `marchmap` changes meanwhile.
#[derive(Debug)]
pub(super) struct Folder {
    path: PathBuf,
    /// What was made before.
    made: Manifest,
    /// Whether the run before was stopped.
    is_unfinished: bool,
    _lock: Lock,
}

/// What became of a site.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Done {
    /// How many files it has.
    pub(super) all: usize,
    /// How many of them were written.
    pub(super) written: usize,
    /// How many old ones were removed.
    pub(super) removed: usize,
    /// Files of someone else that were left as they are.
    pub(super) left: Vec<String>,
}

impl Folder {
    /// Opens a folder; one that is not there is made.
    ///
    /// # Errors
    /// It is no folder, or another program is still at work in it.
    pub(super) fn open(path: &Path) -> Result<Self, Failure> {
        fs::create_dir_all(path).map_err(|error| Failure::file("write", path, &error))?;
        let path = fs::canonicalize(path).map_err(|error| Failure::file("read", path, &error))?;
        let list = path.join(manifest::NAME);
        let lock = store::lock(&[&Output::open(&list)?])?;
        let list = fs::read(&list).unwrap_or_default();
        Ok(Self {
            path,
            made: manifest::read(&list),
            is_unfinished: manifest::is_unfinished(&list),
            _lock: lock,
        })
    }

    /// Whether the file of a site is the very file that `source` leads to.
    pub(super) fn is_source(&self, path: &str, source: &Path) -> bool {
        let there = store::of_source(&self.path.join(path));
        there.is_some() && there == store::of_source(source)
    }

    /// What is in a file that was made before.
    pub(super) fn old(&self, path: &str) -> Option<Vec<u8>> {
        self.made.get(path)?;
        fs::read(self.path.join(path)).ok()
    }

    /// Makes the folder's files those of the site; the painter is asked for if there are pictures to draw.
    ///
    /// # Errors
    /// Nothing is written when a file or link of someone else stands where one of the site belongs; a disk may be full.
    pub(super) fn update(
        &mut self,
        mut files: Files,
        painter: impl FnOnce() -> Result<Painter, Failure>,
    ) -> Result<Done, Failure> {
        files.retain(|path, _| is_inside(path));
        let mut done = Done {
            left: self.foreign(&mut files)?,
            ..Done::default()
        };
        done.all = files.len();
        let mut new: Manifest = files
            .iter()
            .map(|(path, content)| (path.clone(), self.length(path, content)))
            .collect();
        let changed: Vec<&str> = in_order(&files)
            .filter(|path| self.differs(path, &files[*path]))
            .collect();
        let old: Vec<String> = self
            .made
            .keys()
            .filter(|path| !files.contains_key(*path))
            .cloned()
            .collect();
        let mut kept = self.made.clone();
        if !changed.is_empty() || !old.is_empty() || new != kept {
            // Whatever is written from now on is known as the command's own, also when it is interrupted.
            kept.extend(new.clone());
            self.keep(&kept, true)?;
        }
        if self.is_unfinished {
            self.sweep();
        }
        let folders: BTreeSet<&str> = changed
            .iter()
            .filter_map(|path| Some(path.rsplit_once('/')?.0))
            .collect();
        for folder in folders {
            let folder = self.path.join(folder);
            fs::create_dir_all(&folder).map_err(|error| Failure::file("write", &folder, &error))?;
        }
        new.extend(self.paint(&files, &changed, painter)?);
        for path in &changed {
            if let Content::Bytes(bytes) = &files[*path] {
                self.put(path, bytes)?;
            }
        }
        done.written = changed.len();
        for path in &old {
            let file = self.path.join(path);
            store::remove(&file, &self.path)
                .map_err(|error| Failure::file("remove", &file, &error))?;
        }
        done.removed = old.len();
        if self.made != new || !changed.is_empty() || self.is_unfinished {
            self.keep(&new, false)?;
        }
        self.made = new;
        self.is_unfinished = false;
        Ok(done)
    }

    /// Draws the pictures among these files, on all processors, and gives their lengths.
    fn paint(
        &self,
        files: &Files,
        changed: &[&str],
        painter: impl FnOnce() -> Result<Painter, Failure>,
    ) -> Result<Vec<(String, u64)>, Failure> {
        let pictures = changed.iter().filter_map(|path| match &files[*path] {
            Content::Picture(picture) => Some((*picture, *path)),
            Content::Bytes(_) => None,
        });
        let mut pictures: Vec<_> = pictures.collect();
        if pictures.is_empty() {
            return Ok(Vec::new());
        }
        let painter = painter()?;
        // In order, one map after the other.
        pictures.sort_unstable();
        let threads = thread::available_parallelism().map_or(1, usize::from);
        let share = pictures.len().div_ceil(threads).max(1);
        thread::scope(|scope| {
            let parts = pictures.chunks(share);
            let running: Vec<_> = parts
                .map(|part| scope.spawn(|| self.paint_part(part, painter.clone())))
                .collect();
            let mut lengths = Vec::new();
            for part in running {
                let failed = |_| Failure::new("a picture could not be drawn");
                lengths.extend(part.join().map_err(failed)??);
            }
            Ok(lengths)
        })
    }

    fn paint_part(
        &self,
        pictures: &[(Picture, &str)],
        mut painter: Painter,
    ) -> Result<Vec<(String, u64)>, Failure> {
        let mut lengths = Vec::new();
        for (picture, path) in pictures {
            let bytes = painter.paint(picture);
            self.put(path, &bytes)?;
            lengths.push(((*path).to_owned(), bytes.len() as u64));
        }
        Ok(lengths)
    }

    /// Writes a file, whose folder is there.
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let file = self.path.join(path);
        store::replace(&file, bytes).map_err(|error| Failure::file("write", &file, &error))
    }

    fn keep(&self, list: &Manifest, unfinished: bool) -> Result<(), Failure> {
        let text = manifest::write(list, unfinished);
        store::write(&self.path.join(manifest::NAME), &text)
    }

    /// Removes temporary files that a stopped run has left in the folders of the site. Nobody else writes there now.
    fn sweep(&self) {
        let folders: BTreeSet<&str> = self
            .made
            .keys()
            .map(|path| path.rsplit_once('/').map_or("", |(folder, _)| folder))
            .collect();
        for folder in folders {
            let entries = fs::read_dir(self.path.join(folder)).into_iter().flatten();
            for entry in entries.flatten() {
                if store::is_temporary(&entry.file_name()) {
                    // One that stays does no harm.
                    let _ = fs::remove_file(entry.path());
                }
            }
        }
    }

    /// Takes those files out that someone else has a version of, where that may be.
    fn foreign(&self, files: &mut Files) -> Result<Vec<String>, Failure> {
        let mut folders = BTreeSet::new();
        let (mut left, mut strange) = (Vec::new(), Vec::new());
        for (path, content) in files.iter() {
            for (end, _) in path.match_indices('/') {
                if folders.insert(&path[..end]) && self.is_no_folder(&path[..end]) {
                    strange.push(path[..end].to_owned());
                }
            }
            let Ok(there) = fs::symlink_metadata(self.path.join(path)) else {
                continue;
            };
            // A picture's name is the hash of what is in it.
            let is_picture = matches!(content, Content::Picture(_));
            let is_own = there.is_file()
                && (is_picture || self.made.contains_key(path) || !self.differs(path, content));
            match (is_own, OPTIONAL.contains(&path.as_str())) {
                (true, _) => {}
                (false, true) => left.push(path.clone()),
                (false, false) => strange.push(path.clone()),
            }
        }
        if let Some(first) = strange.first() {
            let more = match strange.len() - 1 {
                0 => String::new(),
                more => format!(", and {more} more,"),
            };
            let first = self.path.join(first);
            return Err(Failure::new(format!(
                "{}{more} stands where a file of the site belongs, and was not made by this command",
                first.display()
            ))
            .help("nothing was written; move it away, or choose another folder"));
        }
        for path in &left {
            files.remove(path);
        }
        Ok(left)
    }

    /// Whether something stands where a folder belongs: a file, or a link, which could lead anywhere.
    fn is_no_folder(&self, path: &str) -> bool {
        fs::symlink_metadata(self.path.join(path)).is_ok_and(|there| !there.is_dir())
    }

    /// The length of a file; of a picture that is still to be drawn 0.
    fn length(&self, path: &str, content: &Content) -> u64 {
        match content {
            Content::Bytes(bytes) => bytes.len() as u64,
            Content::Picture(_) => self.made.get(path).copied().unwrap_or_default(),
        }
    }

    /// Whether a file is not there or has other bytes.
    fn differs(&self, path: &str, content: &Content) -> bool {
        let file = self.path.join(path);
        let Ok(there) = fs::metadata(&file) else {
            return true;
        };
        match content {
            Content::Bytes(bytes) => {
                there.len() != bytes.len() as u64
                    || fs::read(&file).map_or(true, |found| found != *bytes)
            }
            // Its name says what is in it, its length whether all of it is there.
            Content::Picture(_) => self.made.get(path) != Some(&there.len()) || there.len() == 0,
        }
    }
}

/// The paths in the order in which they are written.
fn in_order(files: &Files) -> impl Iterator<Item = &str> {
    let first = files
        .keys()
        .map(String::as_str)
        .filter(|path| !LAST.contains(path));
    let last = LAST.into_iter().filter(|path| files.contains_key(*path));
    first.chain(last)
}

#[cfg(test)]
mod tests;
