package unroll.ui.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;
import unroll.plot.Ink;
import unroll.plot.Palette;
import unroll.ui.control.CanvasSurface;

/** A part of the window as it was, for a file. */
public final class NodeImage {
    /** Twice the screen's pixels, so that the picture stays crisp on paper. */
    private static final double ENLARGED = 2;

    private final BufferedImage pixels;

    private NodeImage(BufferedImage pixels) {
        this.pixels = pixels;
    }

    /** Taken now, on the FX thread. */
    public static NodeImage of(Node node, Palette palette) {
        SnapshotParameters doubled = new SnapshotParameters();
        doubled.setTransform(Transform.scale(ENLARGED, ENLARGED));
        doubled.setFill(CanvasSurface.color(palette.rgb(Ink.PAPER)));
        return new NodeImage(SwingFXUtils.fromFXImage(node.snapshot(doubled, null), null));
    }

    /** In the format PNG; for any thread. */
    public byte[] png() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(pixels, "png", bytes);
        return bytes.toByteArray();
    }
}
