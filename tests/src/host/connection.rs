//! A connection: one request after the other, read and answered (RFC 9112); as a rule only one.

use std::io::{BufRead, BufReader, ErrorKind, Lines, Write};
use std::net::{Shutdown, TcpStream};
use std::path::Path;
use std::sync::atomic::Ordering;
use std::time::Duration;

use flate2::{Compression, write::GzEncoder};

use super::answer::{Answer, Body};
use super::{FOLDER, Site, lock};

/// A request as it arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The path and query, such as `/some/folder/events.json`.
    pub target: String,
    /// The headers, names in lower case.
    pub headers: Vec<(String, String)>,
}

impl Request {
    /// A header's value, or an empty text.
    pub fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(key, _)| key == name);
        found.map_or("", |(_, value)| value)
    }

    /// The path relative to the folder, without its query; `None` outside of the folder.
    pub fn path(&self) -> Option<&str> {
        let path = self.target.split(['?', '#']).next()?;
        path.strip_prefix(FOLDER)
    }
}

/// Answers the requests of a connection. A visitor who leaves early is no error.
pub(crate) fn serve(stream: TcpStream, site: &Site) {
    // A socket opened ahead of need is let go in the end.
    let _ = stream.set_read_timeout(Some(Duration::from_secs(60)));
    let _ = stream.set_nodelay(true);
    let mut lines = BufReader::new(&stream).lines();
    while let Some(request) = read(&mut lines) {
        let keep = site.keep.load(Ordering::SeqCst) && !site.over.load(Ordering::SeqCst);
        let sent = answer(request, site, &stream, keep);
        if !keep || sent.is_err() {
            break;
        }
    }
    let _ = stream.shutdown(Shutdown::Both);
}

fn answer(request: Request, site: &Site, stream: &TcpStream, keep: bool) -> std::io::Result<()> {
    lock(&site.requests).push(request.clone());
    let told = request
        .path()
        .and_then(|path| lock(&site.answers).get(path).cloned());
    let mut answer = match told {
        Some(answer) => answer,
        None => file(&request, site),
    };
    answer.headers.extend(lock(&site.headers).iter().cloned());
    part(&mut answer, request.header("range"));
    let accepts = request.header("accept-encoding").contains("gzip");
    if accepts && site.gzip.load(Ordering::SeqCst) {
        compress(&mut answer);
    }
    send(stream, &answer, keep)?;
    match answer.body {
        // What is missing does not come any more.
        Body::Cut { .. } => Err(ErrorKind::ConnectionAborted.into()),
        _ => Ok(()),
    }
}

fn read(lines: &mut Lines<BufReader<&TcpStream>>) -> Option<Request> {
    let first = lines.next()?.ok()?;
    let target = first.split(' ').nth(1)?.to_owned();
    let mut headers = Vec::new();
    for line in lines {
        let line = line.ok()?;
        let Some((name, value)) = line.split_once(':') else {
            break;
        };
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    Some(Request { target, headers })
}

/// The folder's own file, as any static host finds it.
fn file(request: &Request, site: &Site) -> Answer {
    let Some(path) = request.path().filter(|path| !path.contains("..")) else {
        return Answer::status(404);
    };
    let path = match path {
        "" => Path::new("index.html"),
        path => Path::new(path),
    };
    match std::fs::read(site.root.join(path)) {
        Ok(bytes) => Answer {
            status: 200,
            kind: kind(path),
            body: Body::Whole(bytes),
            headers: Vec::new(),
        },
        Err(_) => Answer::status(404),
    }
}

fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

/// Leaves of a whole file what a request asks for, `bytes=FIRST-LAST` (RFC 9110, 14.2), as static hosts do.
fn part(answer: &mut Answer, range: &str) {
    let asked = range.strip_prefix("bytes=").and_then(|part| {
        let (first, last) = part.split_once('-')?;
        Some((first.parse::<usize>().ok()?, last.parse::<usize>().ok()?))
    });
    let (Some((first, last)), Body::Whole(bytes), 200) = (asked, &mut answer.body, answer.status)
    else {
        return;
    };
    let length = bytes.len();
    let end = (last.saturating_add(1)).min(length);
    let Some(part) = bytes.get(first..end).map(<[u8]>::to_vec) else {
        *answer = Answer::status(416).header("Content-Range", &format!("bytes */{length}"));
        return;
    };
    *bytes = part;
    answer.status = 206;
    let told = format!("bytes {first}-{}/{length}", end.saturating_sub(1));
    answer.headers.push(("Content-Range".to_owned(), told));
}

fn compress(answer: &mut Answer) {
    let Body::Whole(bytes) = &mut answer.body else {
        return;
    };
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    if encoder.write_all(bytes).is_ok()
        && let Ok(smaller) = encoder.finish()
    {
        *bytes = smaller;
        answer
            .headers
            .push(("Content-Encoding".into(), "gzip".into()));
    }
}

fn send(mut stream: &TcpStream, answer: &Answer, keep: bool) -> std::io::Result<()> {
    let (Body::Whole(bytes) | Body::Cut { bytes, .. } | Body::Held { bytes, .. }) = &answer.body;
    let kind = match answer.kind {
        "" => String::new(),
        kind => format!("Content-Type: {kind}\r\n"),
    };
    let mut head = format!(
        "HTTP/1.1 {} Answer\r\n{kind}Content-Length: {}\r\nConnection: {}\r\n",
        answer.status,
        bytes.len(),
        if keep { "keep-alive" } else { "close" }
    );
    for (name, value) in &answer.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    stream.write_all(head.as_bytes())?;
    match &answer.body {
        Body::Whole(bytes) => stream.write_all(bytes),
        Body::Cut { bytes, sent } => stream.write_all(bytes.get(..*sent).unwrap_or(bytes)),
        Body::Held { bytes, first, gate } => {
            let (first, rest) = bytes.split_at((*first).min(bytes.len()));
            stream.write_all(first)?;
            gate.pass();
            stream.write_all(rest)
        }
    }
}
