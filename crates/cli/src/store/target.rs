//! What an output path leads to, once every link in it is followed.

use std::ffi::OsStr;
use std::fs::{self, FileType, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::identity::{Identity, of_stream};
use crate::failure::Failure;

/// What bytes are written to.
#[derive(Debug, PartialEq, Eq)]
pub enum Target {
    /// Standard output: `-`, `/dev/stdout` and what is linked to it.
    Stdout,
    /// Standard error.
    Stderr,
    /// A file by its real name, there or not yet.
    File(PathBuf),
    /// A named pipe.
    Pipe(PathBuf),
    /// A terminal or another device that takes bytes as they come, such as `/dev/null`.
    Device(PathBuf),
}

/// How many links may follow one another, as in Linux (path_resolution(7)).
const LINKS: usize = 40;

impl Target {
    /// Follows a path.
    ///
    /// # Errors
    /// It leads to nothing that can be written; the message says what it is.
    pub fn of(path: &Path) -> Result<Self, Failure> {
        if path == Path::new("-") {
            return Ok(Self::Stdout);
        }
        if path == Path::new("") {
            return Err(Failure::new("the name of the output file is empty"));
        }
        let failed = |error: io::Error| Failure::file("write", path, &error);
        let whole = resolved(path).map_err(failed)?;
        let descriptor = descriptor(&whole);
        match descriptor {
            Some(1) => return Ok(Self::Stdout),
            Some(2) => return Ok(Self::Stderr),
            _ => {}
        }
        let kind = match fs::metadata(&whole) {
            Ok(metadata) => metadata.file_type(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::File(whole)),
            Err(error) => return Err(failed(error)),
        };
        if kind.is_file() && descriptor.is_none() {
            // Renaming over it would not ask whether it may be changed.
            let may = OpenOptions::new().write(true).open(&whole);
            return may.map(|_| Self::File(whole)).map_err(failed);
        }
        special(kind, whole).map_err(|what| {
            Failure::new(format!("cannot write {}: it is {what}", path.display()))
                .help("name a file, or `-` for standard output")
        })
    }

    /// Whether bytes written to both would be lost or mixed. Devices take them in any order.
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Device(_), Self::Device(_)) => false,
            // Not there yet: some systems take names for one that differ in case only.
            (Self::File(a), Self::File(b)) if !(a.exists() && b.exists()) => {
                a.parent() == b.parent() && lowercase(a.file_name()) == lowercase(b.file_name())
            }
            _ => {
                let identity = self.identity();
                self == other || identity.is_some() && identity == other.identity()
            }
        }
    }

    /// Which regular file it is; `None` for everything else and for one that is not there yet.
    pub fn identity(&self) -> Option<Identity> {
        let metadata = match self {
            Self::Stdout => of_stream(&io::stdout()),
            Self::Stderr => of_stream(&io::stderr()),
            Self::File(path) => fs::metadata(path),
            Self::Pipe(_) | Self::Device(_) => return None,
        };
        Identity::of(&metadata.ok()?)
    }
}

/// The target of what is there and is no ordinary file; else what it is, in words.
#[cfg(unix)]
fn special(kind: FileType, path: PathBuf) -> Result<Target, &'static str> {
    use std::os::unix::fs::FileTypeExt as _;
    if kind.is_fifo() {
        Ok(Target::Pipe(path))
    } else if kind.is_char_device() {
        Ok(Target::Device(path))
    } else if kind.is_dir() {
        Err("a folder")
    } else if kind.is_socket() {
        Err("a socket")
    } else if kind.is_block_device() {
        Err("a disk")
    } else {
        // Replacing the file would take it away from whoever opened it, and lose what it appends to.
        Err("a file that another program has opened")
    }
}

/// The target of what is there and is no ordinary file; else what it is, in words.
#[cfg(not(unix))]
fn special(kind: FileType, path: PathBuf) -> Result<Target, &'static str> {
    match kind.is_dir() {
        true => Err("a folder"),
        false => Ok(Target::Device(path)),
    }
}

/// The real name of what a path leads to, which need not be there yet.
fn resolved(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_owned();
    for _ in 0..LINKS {
        let is_folder = path.as_os_str().as_encoded_bytes().ends_with(b"/");
        let Some(name) = path.file_name().filter(|_| !is_folder) else {
            return fs::canonicalize(&path);
        };
        let folder = match path.parent() {
            Some(folder) if folder != Path::new("") => folder,
            _ => Path::new("."),
        };
        let folder = fs::canonicalize(folder)?;
        let whole = folder.join(name);
        if descriptor(&whole).is_some() || !whole.is_symlink() {
            return Ok(whole);
        }
        path = folder.join(fs::read_link(&whole)?);
    }
    Err(io::Error::other("too many links follow one another"))
}

/// The number of the open file that a path such as `/dev/fd/3` or `/proc/self/fd/3` stands for.
fn descriptor(path: &Path) -> Option<u32> {
    let number = path.file_name()?.to_str()?.parse().ok()?;
    let folder = path.parent()?;
    let own = ["/dev/fd", "/proc/self/fd", "/proc/thread-self/fd"];
    let is_own = |own: &str| fs::canonicalize(own).is_ok_and(|own| own == folder);
    own.iter().any(|own| is_own(own)).then_some(number)
}

fn lowercase(name: Option<&OsStr>) -> Option<String> {
    Some(name?.to_string_lossy().to_lowercase())
}
