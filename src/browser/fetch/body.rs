//! Reading the body of a response piece by piece.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, Response};

use super::{FetchError, Progress, reason};

/// The whole body; `total` is its size where it is known beforehand.
pub(super) async fn read(
    response: &Response,
    total: Option<u64>,
    progress: impl Fn(Progress),
) -> Result<Vec<u8>, FetchError> {
    let Some(stream) = response.body() else {
        return whole(response, progress).await;
    };
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let mut pieces = Vec::new();
    let mut received = 0;
    progress(Progress { received, total });
    while let Some(piece) = next(&reader).await? {
        received += u64::from(piece.length());
        pieces.push(piece);
        let total = total.filter(|total| received <= *total);
        progress(Progress { received, total });
    }
    Ok(joined(pieces))
}

/// The next piece, `None` at the end.
async fn next(reader: &ReadableStreamDefaultReader) -> Result<Option<Uint8Array>, FetchError> {
    let step = JsFuture::from(reader.read()).await.map_err(reason)?;
    let value = Reflect::get(&step, &"value".into()).map_err(reason)?;
    Ok(value.dyn_into().ok())
}

/// The pieces stay in the browser's memory until their size is known: growing a buffer by copying
/// would leave the app's own memory, which never shrinks, at up to three times the file's size.
fn joined(pieces: Vec<Uint8Array>) -> Vec<u8> {
    let length = pieces.iter().map(|piece| piece.length() as usize).sum();
    let mut bytes = vec![0; length];
    let mut rest = bytes.as_mut_slice();
    for piece in pieces {
        let (start, end) = rest.split_at_mut(piece.length() as usize);
        piece.copy_to(start);
        rest = end;
    }
    bytes
}

/// The body at once, where the browser does not stream it.
async fn whole(response: &Response, progress: impl Fn(Progress)) -> Result<Vec<u8>, FetchError> {
    let promise = response.array_buffer().map_err(reason)?;
    let buffer = JsFuture::from(promise).await.map_err(reason)?;
    let bytes = Uint8Array::new(&buffer).to_vec();
    let received = bytes.len() as u64;
    progress(Progress {
        received,
        total: Some(received),
    });
    Ok(bytes)
}
