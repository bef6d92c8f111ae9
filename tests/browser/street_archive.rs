//! Street tiles from one PMTiles archive on the same host.

use anyhow::{Result, ensure};
use browser_tests::browser::LAPTOP;
use browser_tests::host::{Answer, Compression, Host};
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::json;

pub const TESTS: &[Test] = tests! {
    Network: [a_tile_archive_is_read_in_ranges, a_tile_archive_may_have_any_name],
    Logic: [an_archive_of_vector_tiles_leaves_the_map_usable, an_archive_on_another_host_is_not_offered],
};

const FILE: &str = "tiles/city.pmtiles";

/// Raster and vector tiles, as the format numbers them.
const PNG: u8 = 2;
const MVT: u8 = 1;

/// A PMTiles archive (version 3, nothing compressed) in which every tile from zoom 0 to 2 is this one.
fn archive(kind: u8, tile: &[u8]) -> Vec<u8> {
    const HEADER: usize = 127;
    const TILES: u8 = 1 + 4 + 16;
    let mut directory = vec![1, 0, TILES];
    // One entry: its number, how many tiles it is, its length and its place, as variable-length numbers.
    let mut length = tile.len();
    while length >= 128 {
        directory.push((length % 128) as u8 | 128);
        length /= 128;
    }
    directory.extend([length as u8, 1]);
    let metadata = b"{}";
    let parts = [
        (HEADER, directory.len()),
        (HEADER + directory.len(), metadata.len()),
        (HEADER + directory.len() + metadata.len(), 0),
        (HEADER + directory.len() + metadata.len(), tile.len()),
    ];
    let mut file = b"PMTiles\x03".to_vec();
    for (offset, length) in parts {
        file.extend((offset as u64).to_le_bytes());
        file.extend((length as u64).to_le_bytes());
    }
    for count in [u64::from(TILES), 1, 1] {
        file.extend(count.to_le_bytes());
    }
    let (clustered, uncompressed) = (1, 1);
    file.extend([clustered, uncompressed, uncompressed, kind, 0, 2]);
    file.resize(HEADER, 0);
    file.extend(directory);
    file.extend(metadata);
    file.extend(tile);
    file
}

fn with_file(session: &Session, url: &str, kind: u8) -> Result<Host> {
    let host = session.host()?;
    let tile = std::fs::read(session.dist().join("icons/apple-touch-180.png"))?;
    host.answer(FILE, Answer::bytes(archive(kind, &tile)));
    let tiles = json!({ "url": url, "attribution": "© Street people" });
    host.answer(
        "events.json",
        &json!({
            "calendar": { "tiles": tiles },
            "events": [{ "id": "a", "title": "Rally", "start": "2031-05-03", "lat": 45.7578, "lon": 4.832 }]
        }),
    );
    Ok(host)
}

fn asked_for(host: &Host, path: &str) -> Vec<String> {
    let requests = host.requests();
    let of_it = requests
        .iter()
        .filter(|request| request.path() == Some(path));
    of_it
        .map(|request| request.header("range").to_owned())
        .collect()
}

fn a_tile_archive_is_read_in_ranges(session: &Session) -> Result<()> {
    let host = with_file(session, FILE, PNG)?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    page.ready_with_map()?;
    let reader = "leaflet/pmtiles.js";
    ensure!(asked_for(&host, FILE).is_empty() && asked_for(&host, reader).is_empty());
    page.press("[data-action=streets]")?;
    page.wait_for(
        "streets",
        "return [...document.querySelectorAll('.leaflet-streets-pane img')].some(tile => tile.naturalWidth === 180)",
    )?;
    assert_eq!(page.count(".streets-question, .streets-failed")?, 0);
    assert_eq!(page.text(".streets-credit")?, "© Street people");
    let parts = asked_for(&host, FILE);
    ensure!(
        parts.iter().all(|part| part.starts_with("bytes=")),
        "{parts:?}"
    );
    page.press("[data-action=streets]")?;
    page.wait_for(
        "no streets",
        "return document.querySelector('.leaflet-streets-pane img') === null",
    )?;
    Ok(())
}

/// GitHub Pages compresses a file called `.pmtiles`, so that no part of it can be read; called `.png` it can.
fn a_tile_archive_may_have_any_name(session: &Session) -> Result<()> {
    const NAMED_PNG: &str = "tiles/cities.pmtiles.png";
    const STREETS: &str = "[...document.querySelectorAll('.leaflet-streets-pane img')].some(tile => tile.naturalWidth === 180)";
    const FAILED: &str = "document.querySelector('.streets-failed') !== null";
    let page = session.visitor(LAPTOP)?;
    for (name, expected) in [(NAMED_PNG, STREETS), (FILE, FAILED)] {
        let host = with_file(session, name, PNG)?;
        host.compress(Compression::GitHubPages);
        let tile = std::fs::read(session.dist().join("icons/apple-touch-180.png"))?;
        host.answer(NAMED_PNG, Answer::bytes(archive(PNG, &tile)));
        let seen = page.visit(&host.url(""))?;
        assert_eq!(seen.problems, Some(0), "{name}");
        page.ready_with_map()?;
        page.press("[data-action=streets]")?;
        page.wait_for(name, &format!("return {expected}"))?;
    }
    Ok(())
}

fn an_archive_of_vector_tiles_leaves_the_map_usable(session: &Session) -> Result<()> {
    let host = with_file(session, FILE, MVT)?;
    let page = session.visitor(LAPTOP)?;
    page.visit(&host.url(""))?;
    page.ready_with_map()?;
    page.press("[data-action=streets]")?;
    page.wait_for(
        "a word about it",
        "return document.querySelector('.streets-failed') !== null && document.querySelector('path.map-land') !== null",
    )?;
    assert_eq!(page.count(".leaflet-streets-pane img")?, 0);
    Ok(())
}

fn an_archive_on_another_host_is_not_offered(session: &Session) -> Result<()> {
    let elsewhere = session.host()?.other_site_url(FILE);
    let host = with_file(session, &elsewhere, PNG)?;
    let page = session.visitor(LAPTOP)?;
    let seen = page.visit(&host.url(""))?;
    page.ready_with_map()?;
    assert_eq!(seen.problems, Some(1));
    assert_eq!(page.count("[data-action=streets]")?, 0);
    Ok(())
}
