//! New content that is written whole, and not yet visible.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::target::Target;
use super::{Output, interrupt, stream, version};
use crate::failure::Failure;

/// New content of an output.
#[derive(Debug)]
pub struct Staged<'a> {
    output: &'a Output,
    new: New<'a>,
}

#[derive(Debug)]
enum New<'a> {
    /// What a stream will get.
    Bytes(&'a [u8]),
    /// What takes the place of the file of this name.
    File(Temporary, &'a Path),
}

impl<'a> Staged<'a> {
    pub(super) fn new(output: &'a Output, bytes: &'a [u8]) -> Result<Self, Failure> {
        let new = match &output.target {
            Target::File(path) => {
                let staged = Temporary::new(path, bytes).map_err(|error| output.failure(&error))?;
                New::File(staged, path)
            }
            _ => New::Bytes(bytes),
        };
        Ok(Self { output, new })
    }

    /// Puts the content in its place.
    ///
    /// # Errors
    /// The file has been changed by someone else since it was [read](Output::read), or the system says no. The
    /// file is then as it was; if it had to be written in place, the message names the file that has the new
    /// content.
    pub fn commit(self) -> Result<(), Failure> {
        let Self { output, new } = self;
        let path = &output.path;
        let failed = |error: io::Error| output.failure(&error);
        match (new, &output.target) {
            (New::File(new, file), _) => {
                if output.read.is_some_and(|read| version(file) != read) {
                    let what = format!("{} has been changed meanwhile", path.display());
                    return Err(Failure::new(what)
                        .help("nothing was written over it; run this command again"));
                }
                new.commit(file, path)
            }
            (New::Bytes(bytes), Target::Stderr) => io::stderr().write_all(bytes).map_err(failed),
            (New::Bytes(bytes), Target::Pipe(pipe)) => stream::pipe(pipe)
                .and_then(|mut pipe| pipe.write_all(bytes))
                .map_err(failed),
            (New::Bytes(bytes), Target::Device(device)) => stream::device(device)
                .and_then(|mut device| device.write_all(bytes))
                .map_err(failed),
            (New::Bytes(bytes), Target::Stdout | Target::File(_)) => stream::print(bytes),
        }
    }
}

/// A file beside the one whose content it will be; removed when it is dropped, or when a signal ends the program.
#[derive(Debug)]
struct Temporary {
    /// Always there but after a commit.
    file: Option<NamedTempFile>,
    path: PathBuf,
    /// Whether it has owner and permissions of the file it replaces.
    is_alike: bool,
}

impl Temporary {
    /// Makes it, in the folder of the file, with all of the content on the disk.
    fn new(target: &Path, bytes: &[u8]) -> io::Result<Self> {
        let before = fs::metadata(target).ok();
        let folder = target.parent().unwrap_or(Path::new("."));
        let mut new = interrupt::atomically(|files| {
            let file = builder(before.is_none()).tempfile_in(folder)?;
            let path = file.path().to_owned();
            files.insert(path.clone());
            io::Result::Ok(Self {
                file: Some(file),
                path,
                is_alike: true,
            })
        })?;
        if let Some(file) = &mut new.file {
            file.write_all(bytes)?;
            if let Some(before) = before {
                new.is_alike = liken(file.as_file(), &before)?;
            }
            file.as_file().sync_all()?;
        }
        Ok(new)
    }

    /// Replaces the file; or overwrites it, when a new one would belong to someone else.
    fn commit(mut self, target: &Path, name: &Path) -> Result<(), Failure> {
        let Some(file) = self.file.take() else {
            return Ok(());
        };
        interrupt::atomically(|files| {
            let kept = self.path.clone();
            if self.is_alike {
                let done = file.persist(target);
                files.remove(&kept);
                return done
                    .map(drop)
                    .map_err(|failed| Failure::file("write", name, &failed.error));
            }
            files.remove(&kept);
            overwrite(&kept, target).map_err(|error| {
                let failure = Failure::file("write", name, &error);
                let _ = file.keep();
                failure.help(format!("its new content is in {}", kept.display()))
            })
        })
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        interrupt::atomically(|files| {
            self.file.take();
            files.remove(&self.path);
        });
    }
}

/// Copies a file into another one that stays the same file.
fn overwrite(from: &Path, to: &Path) -> io::Result<()> {
    let mut from = File::open(from)?;
    let mut to = OpenOptions::new().write(true).open(to)?;
    let length = io::copy(&mut from, &mut to)?;
    to.set_len(length)?;
    to.sync_all()
}

/// Gives a file the owner, the group and the permissions of another one; `false` when the owner cannot be given.
#[cfg(unix)]
fn liken(file: &File, before: &fs::Metadata) -> io::Result<bool> {
    use std::os::unix::fs::{MetadataExt as _, fchown};
    let now = file.metadata()?;
    if (now.uid(), now.gid()) != (before.uid(), before.gid())
        && fchown(file, Some(before.uid()), Some(before.gid())).is_err()
    {
        return Ok(false);
    }
    file.set_permissions(before.permissions())?;
    Ok(true)
}

/// Gives a file the permissions of another one.
#[cfg(not(unix))]
fn liken(file: &File, before: &fs::Metadata) -> io::Result<bool> {
    file.set_permissions(before.permissions())?;
    Ok(true)
}

/// What temporary files are called before their random part.
const PREFIX: &str = ".marchmap-";

/// Whether a name is that of a temporary file of this program.
pub fn is_temporary(name: &std::ffi::OsStr) -> bool {
    let random = name.to_str().and_then(|name| name.strip_prefix(PREFIX));
    random.is_some_and(|random| {
        random.len() == 6 && random.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

/// A new file is for everybody whom the user's umask lets in, as if a shell had made it.
pub(super) fn builder(is_new: bool) -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX);
    #[cfg(unix)]
    if is_new {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder
}
