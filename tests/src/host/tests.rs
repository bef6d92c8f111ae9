//! The host as a browser sees it, byte for byte.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use super::*;

/// Sends a request for an absolute path with further header lines; the head and the body of the answer as they arrive.
fn get(host: &Host, path: &str, headers: &str) -> (String, Vec<u8>) {
    let mut stream = TcpStream::connect(host.address).unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nHost: a\r\n{headers}\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let end = answer.windows(4).position(|part| part == b"\r\n\r\n");
    let body = answer.split_off(end.unwrap() + 4);
    (String::from_utf8(answer).unwrap(), body)
}

/// The answer's head has all these parts and its body is this.
#[track_caller]
fn check(host: &Host, path: &str, headers: &str, head: &[&str], body: &[u8]) {
    let (is_head, is_body) = get(host, path, headers);
    for part in head {
        assert!(is_head.contains(part), "{part} is not in {is_head}");
    }
    assert_eq!(
        String::from_utf8_lossy(&is_body),
        String::from_utf8_lossy(body)
    );
}

/// A host of a folder with some files.
fn host() -> (tempfile::TempDir, Host) {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(folder.path().join("e/one")).unwrap();
    for (name, text) in [
        ("index.html", "page"),
        ("e/one/index.html", "event"),
        ("a.wasm", "code"),
        ("a.pmtiles", "0123456789"),
        ("a.pmtiles.png", "0123456789"),
    ] {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let host = Host::start(folder.path()).unwrap();
    (folder, host)
}

#[test]
fn files_are_served_as_static_hosts_do() {
    let (folder, host) = host();
    let html = "Content-Type: text/html; charset=utf-8\r\n";
    check(&host, FOLDER, "", &["200", html], b"page");
    check(&host, "/some/folder/e/one/?a=1", "", &["200"], b"event");
    let (head, _) = get(&host, "/some/folder/e/one", "");
    assert!(head.contains("301") && head.contains("Location: /some/folder/e/one/\r\n"));
    for path in ["/", "/some/folder/none", "/some/folder/../x"] {
        let (head, _) = get(&host, path, "");
        assert!(head.starts_with("HTTP/1.1 404 "), "{path}: {head}");
    }
    std::fs::write(folder.path().join("404.html"), "nothing here").unwrap();
    check(
        &host,
        "/some/folder/none",
        "",
        &["404", html],
        b"nothing here",
    );
}

#[test]
fn answers_headers_and_types_can_be_set() {
    let (_folder, host) = host();
    host.header("X-One", "1");
    host.media_type("wasm", "text/plain");
    let head = ["Content-Type: text/plain\r\n", "X-One: 1\r\n"];
    check(&host, "/some/folder/a.wasm", "", &head, b"code");
    host.media_type("wasm", "");
    assert!(
        !get(&host, "/some/folder/a.wasm", "")
            .0
            .contains("Content-Type")
    );
    host.answer("a.wasm", Answer::moved("../elsewhere"));
    let (head, _) = get(&host, "/some/folder/a.wasm", "");
    assert!(head.contains("301") && head.contains("Location: ../elsewhere\r\n"));
    host.restore("a.wasm");
    check(&host, "/some/folder/a.wasm", "", &["200"], b"code");
    host.answer("/robots.txt", Answer::of_type("text/plain", "all"));
    check(&host, "/robots.txt", "", &["200"], b"all");
}

#[test]
fn another_app_can_stand_beside() {
    let (folder, host) = host();
    host.mount("/some/", &folder.path().join("e"));
    check(&host, "/some/one/", "", &["200"], b"event");
    check(&host, FOLDER, "", &["200"], b"page");
    assert_eq!(
        host.url("/some/one/"),
        format!("{}/some/one/", host.origin())
    );
}

#[test]
fn parts_of_files_are_served() {
    let (_folder, host) = host();
    let path = "/some/folder/a.pmtiles";
    let range = ["206", "Content-Range: bytes 2-4/10\r\n"];
    check(&host, path, "Range: bytes=2-4\r\n", &range, b"234");
    check(&host, path, "Range: bytes=8-\r\n", &["206"], b"89");
    let (head, _) = get(&host, path, "Range: bytes=10-12\r\n");
    assert!(head.contains("416") && head.contains("bytes */10"));
}

#[test]
fn github_pages_breaks_parts_of_what_it_compresses() {
    let (_folder, host) = host();
    host.compress(Compression::GitHubPages);
    let (range, gzip) = ("Range: bytes=2-4\r\n", "Accept-Encoding: gzip, br\r\n");
    let path = "/some/folder/a.pmtiles";
    let (head, body) = get(&host, path, &format!("{range}{gzip}"));
    assert!(head.contains("206") && head.contains("Content-Encoding: gzip"));
    assert_ne!(body, b"234");
    let identity = format!("{range}Accept-Encoding: identity\r\n");
    check(&host, path, &identity, &["200"], b"0123456789");
    let both = format!("{range}{gzip}");
    check(&host, "/some/folder/a.pmtiles.png", &both, &["206"], b"234");
}

#[test]
fn gzip_compresses_whole_files_only() {
    let (_folder, host) = host();
    host.compress(Compression::Gzip);
    let gzip = "Accept-Encoding: gzip\r\n";
    let path = "/some/folder/a.pmtiles";
    assert!(get(&host, path, gzip).0.contains("Content-Encoding: gzip"));
    let both = format!("Range: bytes=2-4\r\n{gzip}");
    check(&host, path, &both, &["206"], b"234");
    assert!(!get(&host, path, "").0.contains("Content-Encoding"));
}

#[test]
fn bodies_can_be_slow_cut_or_without_a_length() {
    let (_folder, host) = host();
    host.answer("a", Answer::json("0123").chunked().throttled(40));
    let head = ["Transfer-Encoding: chunked\r\n"];
    check(
        &host,
        "/some/folder/a",
        "",
        &head,
        b"2\r\n01\r\n2\r\n23\r\n0\r\n\r\n",
    );
    host.answer("a", Answer::cut("0123", 1));
    check(&host, "/some/folder/a", "", &["Content-Length: 4"], b"0");
    host.answer("a", Answer::json("0123").with_length(3));
    let length = ["Content-Length: 3\r\n"];
    check(&host, "/some/folder/a", "", &length, b"0123");
    host.throttle(20);
    check(&host, FOLDER, "", &["200"], b"page");
    let gate = Gate::default();
    host.answer("a", Answer::held("", "0123", 1, &gate));
    gate.open();
    check(&host, "/some/folder/a", "", &["200"], b"0123");
}
