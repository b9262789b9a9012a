package unroll.session.report;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import unroll.plot.Ink;
import unroll.plot.Palette;

/** Writes pictures one after the other as an animated GIF that begins again at its end. In the colors of charts and shades of them. */
final class AnimatedGif implements Closeable {
    /** Of each ink, from paper to the ink. */
    private static final int SHADES = 31;

    /** Of a GIF at most. */
    private static final int COLORS = 256;

    private static final String FORMAT = "javax_imageio_gif_image_1.0";
    /** Begins again and again, as the Netscape browser first did. */
    private static final byte[] FOR_EVER = {1, 0, 0};

    private final IndexColorModel colors;
    private final Map<Integer, Integer> nearest = new HashMap<>();
    private final ImageWriter writer =
            ImageIO.getImageWritersByFormatName("gif").next();
    private final ImageOutputStream stream;
    private boolean begun;

    /** @param out stays open */
    AnimatedGif(OutputStream out, Palette palette) throws IOException {
        colors = colors(palette);
        stream = ImageIO.createImageOutputStream(out);
        writer.setOutput(stream);
        writer.prepareWriteSequence(null);
    }

    private static IndexColorModel colors(Palette palette) {
        int[] rgb = new int[COLORS];
        int next = 0;
        for (Ink ink : Ink.values()) {
            for (int shade = 1; shade <= SHADES; shade++) {
                rgb[next++] = palette.shade(ink, (double) shade / SHADES);
            }
        }
        Arrays.fill(rgb, next, COLORS, palette.rgb(Ink.PAPER));
        return new IndexColorModel(8, rgb.length, rgb, 0, false, -1, DataBuffer.TYPE_BYTE);
    }

    /**
     * Adds a picture.
     *
     * @param hundredths of a second for which it is shown
     */
    void add(BufferedImage picture, int hundredths) throws IOException {
        BufferedImage indexed = indexed(picture);
        IIOMetadata metadata =
                writer.getDefaultImageMetadata(new ImageTypeSpecifier(colors, indexed.getSampleModel()), null);
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        control.setAttribute("disposalMethod", "none");
        control.setAttribute("userInputFlag", "FALSE");
        control.setAttribute("transparentColorFlag", "FALSE");
        control.setAttribute("transparentColorIndex", "0");
        control.setAttribute("delayTime", Integer.toString(hundredths));
        if (!begun) {
            child(root, "ApplicationExtensions").appendChild(repeated());
            begun = true;
        }
        metadata.setFromTree(FORMAT, root);
        writer.writeToSequence(new IIOImage(indexed, null, metadata), null);
    }

    private static IIOMetadataNode repeated() {
        IIOMetadataNode application = new IIOMetadataNode("ApplicationExtension");
        application.setAttribute("applicationID", "NETSCAPE");
        application.setAttribute("authenticationCode", "2.0");
        application.setUserObject(FOR_EVER);
        return application;
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        if (root.getElementsByTagName(name).item(0) instanceof IIOMetadataNode there) {
            return there;
        }
        IIOMetadataNode added = new IIOMetadataNode(name);
        root.appendChild(added);
        return added;
    }

    private BufferedImage indexed(BufferedImage picture) {
        BufferedImage indexed =
                new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, colors);
        int[] row = new int[picture.getWidth()];
        for (int y = 0; y < picture.getHeight(); y++) {
            picture.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int x = 0; x < row.length; x++) {
                row[x] = nearest.computeIfAbsent(row[x], this::nearest);
            }
            indexed.getRaster().setPixels(0, y, row.length, 1, row);
        }
        return indexed;
    }

    private int nearest(int rgb) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colors.getMapSize(); i++) {
            int distance = square((rgb >> 16 & 0xff) - colors.getRed(i))
                    + square((rgb >> 8 & 0xff) - colors.getGreen(i))
                    + square((rgb & 0xff) - colors.getBlue(i));
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best;
    }

    private static int square(int value) {
        return value * value;
    }

    @Override
    public void close() throws IOException {
        writer.endWriteSequence();
        stream.close();
        writer.dispose();
    }
}
