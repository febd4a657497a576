import sharp from 'sharp';

/** A photograph as a phone takes it: JPEG with its position (EXIF GPS) in it. 1200 × 800 pixels. */
export async function takePhoto(): Promise<Buffer> {
  const sky = { r: 120, g: 170, b: 210 };
  const hill = await sharp({
    create: { width: 1200, height: 320, channels: 3, background: { r: 60, g: 110, b: 70 } },
  })
    .png()
    .toBuffer();
  return sharp({ create: { width: 1200, height: 800, channels: 3, background: sky } })
    .composite([{ input: hill, top: 480, left: 0 }])
    .withExif({
      IFD0: { Make: 'Teléfono de prueba' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '14/1 38/1 0/1',
        GPSLongitudeRef: 'W',
        GPSLongitude: '90/1 30/1 0/1',
      },
    })
    .jpeg({ quality: 85 })
    .toBuffer();
}

/** The same as a phone held upright takes it: 12 megapixels that lie on their side, and EXIF data that say so. */
export async function takeRotatedPhoto(): Promise<Buffer> {
  const upright = await sharp(await takePhoto())
    .resize(2688, 4032, { fit: 'fill' })
    .keepMetadata()
    .toBuffer();
  return sharp(upright).rotate(270).withMetadata({ orientation: 6 }).jpeg({ quality: 92 }).toBuffer();
}
