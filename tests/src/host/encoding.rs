//! Compressed answers and parts of files, right and as GitHub Pages has them (RFC 9110, sections 8.4 and 14).

use std::io::Write;

use flate2::write::GzEncoder;

use super::answer::{Answer, Pace};
use super::request::Request;

/// Which answers a host compresses with gzip when a browser accepts it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Compression {
    /// None.
    #[default]
    Off,
    /// Whole files of every type; parts of a file are never compressed.
    Gzip,
    /// By the file's name: everything but formats known to be compressed, such as `.png`. Of a compressed file no part
    /// can be had: a browser that accepts gzip gets a part of the compressed bytes, which it cannot decode; one that
    /// asks for `identity` gets the whole file (PMTiles issue 584, pages-gem issue 952).
    GitHubPages,
}

/// Extensions of formats that GitHub Pages does not compress.
const COMPRESSED_FORMATS: &[&str] = &[
    "png", "jpg", "jpeg", "gif", "webp", "avif", "mp4", "woff", "woff2", "gz", "zip", "pdf",
];

/// Compresses an answer and takes the requested part of it.
pub(super) fn encode(answer: &mut Answer, request: &Request, compression: Compression) {
    if !matches!(answer.pace, Pace::Whole | Pace::Throttled(_)) {
        return;
    }
    let range = request.header("range");
    let accepted = request.header("accept-encoding").contains("gzip");
    match compression {
        Compression::GitHubPages if !is_compressed_format(request.absolute_path()) => {
            if accepted {
                gzip(answer);
                take_range(answer, range);
            }
        }
        Compression::Gzip if accepted && range.is_empty() => gzip(answer),
        _ => take_range(answer, range),
    }
}

fn is_compressed_format(path: &str) -> bool {
    path.rsplit_once('.')
        .is_some_and(|(_, extension)| COMPRESSED_FORMATS.contains(&extension))
}

fn gzip(answer: &mut Answer) {
    let mut encoder = GzEncoder::new(Vec::new(), flate2::Compression::default());
    if encoder.write_all(&answer.body).is_ok()
        && let Ok(compressed) = encoder.finish()
    {
        answer.body = compressed;
        answer
            .headers
            .push(("Content-Encoding".to_owned(), "gzip".to_owned()));
    }
}

/// Keeps of a body what `bytes=FIRST-LAST` or `bytes=FIRST-` asks for, with status 206, or answers 416.
fn take_range(answer: &mut Answer, range: &str) {
    let asked = range.strip_prefix("bytes=").and_then(|part| {
        let (first, last) = part.split_once('-')?;
        let last = match last {
            "" => usize::MAX,
            last => last.parse().ok()?,
        };
        Some((first.parse::<usize>().ok()?, last))
    });
    let (Some((first, last)), 200) = (asked, answer.status) else {
        return;
    };
    let length = answer.body.len();
    let end = last.saturating_add(1).min(length);
    let part = answer.body.get(first..end).map(<[u8]>::to_vec);
    let Some(part) = part.filter(|part| !part.is_empty()) else {
        *answer = Answer::status(416).header("Content-Range", &format!("bytes */{length}"));
        return;
    };
    answer.body = part;
    answer.status = 206;
    let range = format!("bytes {first}-{}/{length}", end.saturating_sub(1));
    answer.headers.push(("Content-Range".to_owned(), range));
}
