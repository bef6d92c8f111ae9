//! Writing files so that there is always a whole one: the old, or the new.

use std::io::Write as _;
use std::path::Path;

use tempfile::NamedTempFile;

use crate::failure::Failure;

/// Writes a file: first beside it, then in its place. A full disk or an interrupt leaves the old one.
///
/// A symbolic link stays one; what it leads to is replaced. The file keeps its permissions. `-` is
/// standard output, and what is no file (a pipe, a device) is written to as it is.
///
/// # Errors
/// Names the file and what the system says.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let told = |error: std::io::Error| Failure::file("write", path, &error);
    if path == Path::new("-") {
        return print(bytes);
    }
    let before = std::fs::metadata(path).ok();
    if before.as_ref().is_some_and(|before| !before.is_file()) {
        let mut open = std::fs::OpenOptions::new();
        let stream = open.write(true).open(path);
        return stream
            .and_then(|mut stream| stream.write_all(bytes))
            .map_err(told);
    }
    // Where a link leads; a file that is not there yet has no other name.
    let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    };
    let mut new = builder(before.is_none())
        .tempfile_in(folder)
        .map_err(told)?;
    new.write_all(bytes).map_err(told)?;
    if let Some(before) = before {
        let permissions = before.permissions();
        new.as_file().set_permissions(permissions).map_err(told)?;
    }
    new.as_file().sync_all().map_err(told)?;
    put(new, &path).map_err(told)
}

/// Writes to standard output; a reader that has seen enough (`head`) is no failure.
///
/// # Errors
/// What the system says.
pub fn print(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Failure::file("write", Path::new("standard output"), &error))
        }
        _ => Ok(()),
    }
}

fn put(new: NamedTempFile, path: &Path) -> std::io::Result<()> {
    new.persist(path).map(drop).map_err(|failed| failed.error)
}

/// A new file is for everybody whom the user's umask lets in, as if a shell had made it.
fn builder(fresh: bool) -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".marchmap-");
    #[cfg(unix)]
    if fresh {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder
}

#[cfg(test)]
mod tests {
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
    fn a_pipe_is_written_to_and_stays_one() {
        use std::io::Read as _;
        use std::os::unix::fs::FileTypeExt as _;
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.unwrap().success());
        let reading = {
            let pipe = pipe.clone();
            std::thread::spawn(move || {
                let mut text = String::new();
                fs::File::open(pipe)
                    .unwrap()
                    .read_to_string(&mut text)
                    .unwrap();
                text
            })
        };
        write(&pipe, b"text").unwrap();
        assert_eq!(reading.join().unwrap(), "text");
        assert!(fs::metadata(&pipe).unwrap().file_type().is_fifo());
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
}
