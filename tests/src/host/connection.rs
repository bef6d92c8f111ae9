//! A connection: one request after the other is read and answered (RFC 9112), as a rule only one.

use std::io::{BufRead, BufReader, ErrorKind, Write};
use std::net::{Shutdown, TcpStream};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use super::answer::{Answer, Pace};
use super::request::Request;
use super::site::{Site, lock};
use super::{encoding, files};

/// Answers the requests of a connection. A visitor who leaves early is no error.
pub(super) fn serve(stream: TcpStream, site: &Site) {
    // A socket opened ahead of need is closed in the end.
    let _ = stream.set_read_timeout(Some(Duration::from_secs(60)));
    let _ = stream.set_nodelay(true);
    let mut lines = BufReader::new(&stream).lines();
    while let Some(request) = Request::read(&mut lines) {
        lock(&site.requests).push(request.clone());
        let settings = Arc::clone(&lock(&site.settings));
        let keep = settings.keep_alive && !site.stopped.load(Ordering::SeqCst);
        let mut answer = files::find(&request, &settings);
        answer.headers.extend(settings.headers.iter().cloned());
        encoding::encode(&mut answer, &request, settings.compression);
        if send(&stream, &request, &answer, keep).is_err() || !keep {
            break;
        }
    }
    let _ = stream.shutdown(Shutdown::Both);
}

fn send(
    mut stream: &TcpStream,
    request: &Request,
    answer: &Answer,
    keep: bool,
) -> std::io::Result<()> {
    let mut head = format!("HTTP/1.1 {} Answer\r\n", answer.status);
    if !answer.media_type.is_empty() {
        head.push_str(&format!("Content-Type: {}\r\n", answer.media_type));
    }
    if answer.chunked {
        head.push_str("Transfer-Encoding: chunked\r\n");
    } else {
        let length = answer.length.unwrap_or(answer.body.len());
        head.push_str(&format!("Content-Length: {length}\r\n"));
    }
    let connection = if keep { "keep-alive" } else { "close" };
    head.push_str(&format!("Connection: {connection}\r\n"));
    for (name, value) in &answer.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    stream.write_all(head.as_bytes())?;
    if request.method == "HEAD" {
        return Ok(());
    }
    let body = answer.body.as_slice();
    match &answer.pace {
        Pace::Whole => write(stream, answer.chunked, body)?,
        Pace::Cut(sent) => {
            write(stream, answer.chunked, body.get(..*sent).unwrap_or(body))?;
            // The rest never comes.
            return Err(ErrorKind::ConnectionAborted.into());
        }
        Pace::Held(first, gate) => {
            let (first, rest) = body.split_at((*first).min(body.len()));
            write(stream, answer.chunked, first)?;
            gate.pass();
            write(stream, answer.chunked, rest)?;
        }
        Pace::Throttled(bytes_per_second) => {
            // The pauses are what is asked for here: a slow network.
            const PAUSES_PER_SECOND: usize = 20;
            let size = (bytes_per_second / PAUSES_PER_SECOND).max(1);
            for part in body.chunks(size) {
                write(stream, answer.chunked, part)?;
                std::thread::sleep(Duration::from_millis(1000 / PAUSES_PER_SECOND as u64));
            }
        }
    }
    if answer.chunked {
        stream.write_all(b"0\r\n\r\n")?;
    }
    Ok(())
}

/// Writes bytes of a body, as one chunk where the length is not announced. An empty chunk would end the body.
fn write(mut stream: &TcpStream, chunked: bool, bytes: &[u8]) -> std::io::Result<()> {
    if !chunked {
        return stream.write_all(bytes);
    }
    if bytes.is_empty() {
        return Ok(());
    }
    stream.write_all(format!("{:x}\r\n", bytes.len()).as_bytes())?;
    stream.write_all(bytes)?;
    stream.write_all(b"\r\n")
}
