use crate::function::{query_number, Request, Response};
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use png::{BitDepth, ColorType, Decoder, DecodingError, Encoder, EncodingError, Transformations};

const DEFAULT: u32 = 64;
const MOST: u32 = 1024;
const MOST_PIXELS: u64 = 1 << 24;

/// A picture of eight bits a channel.
struct Picture {
    width: usize,
    height: usize,
    color: ColorType,
    samples: Vec<u8>,
}

fn decode(file: &[u8]) -> Result<Picture, String> {
    let why = |error: DecodingError| format!("Not a PNG picture: {}.\n", format!("{error}").trim_end_matches('.'));
    let mut decoder = Decoder::new(file);
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    let mut reader = decoder.read_info().map_err(why)?;
    let (width, height) = reader.info().size();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Err(format!("The picture has {width} x {height} pixels, more than {MOST_PIXELS} in all.\n"));
    }
    let mut samples = vec![0; reader.output_buffer_size()];
    let frame = reader.next_frame(&mut samples).map_err(why)?;
    Ok(Picture { width: width as usize, height: height as usize, color: frame.color_type, samples })
}

/// The size within a square, its proportions kept; never larger than it was.
fn fit(width: usize, height: usize, side: usize) -> (usize, usize) {
    let longest = width.max(height);
    if longest <= side {
        return (width, height);
    }
    let scale = |length: usize| ((length * side + longest / 2) / longest).max(1);
    (scale(width), scale(height))
}

/// Each new pixel is the mean of the old ones that it covers; colours count by their opacity.
fn shrink(picture: &Picture, width: usize, height: usize) -> Picture {
    let channels = picture.color.samples();
    let colors = if matches!(picture.color, ColorType::GrayscaleAlpha | ColorType::Rgba) { channels - 1 } else { channels };
    let mut samples = Vec::with_capacity(width * height * channels);
    for y in 0..height {
        let rows = y * picture.height / height..(y + 1) * picture.height / height;
        for x in 0..width {
            let columns = x * picture.width / width..(x + 1) * picture.width / width;
            let (mut sums, mut opacity, mut count) = ([0u64; 3], 0u64, 0u64);
            for row in rows.clone() {
                let line = &picture.samples[row * picture.width * channels..];
                for pixel in line[columns.start * channels..columns.end * channels].chunks_exact(channels) {
                    let weight = if colors < channels { pixel[colors].into() } else { 255 };
                    for (sum, sample) in sums.iter_mut().zip(&pixel[..colors]) {
                        *sum += u64::from(*sample) * weight;
                    }
                    opacity += weight;
                    count += 1;
                }
            }
            samples.extend(sums[..colors].iter().map(|sum| (sum + opacity / 2).checked_div(opacity).unwrap_or(0) as u8));
            if colors < channels {
                samples.push(((opacity + count / 2) / count) as u8);
            }
        }
    }
    Picture { width, height, color: picture.color, samples }
}

fn encode(picture: &Picture) -> Result<Vec<u8>, EncodingError> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, picture.width as u32, picture.height as u32);
    encoder.set_color(picture.color);
    encoder.set_depth(BitDepth::Eight);
    encoder.write_header()?.write_image_data(&picture.samples)?;
    Ok(file)
}

/// Makes a PNG picture smaller.
pub fn handle(request: &mut impl Request) -> Response {
    let side = match query_number(request, "side", DEFAULT, MOST) {
        Some(side) if side > 0 => side as usize,
        _ => return Response::bad_request(format!("Give side=NUMBER as the query, from 1 to {MOST}.\n")),
    };
    let picture = match decode(request.body()) {
        Ok(picture) => picture,
        Err(why) => return Response::bad_request(why),
    };
    let (width, height) = fit(picture.width, picture.height, side);
    let small = shrink(&picture, width, height);
    Response::of("image/png", encode(&small).expect("a decoded picture can be encoded again"))
}
