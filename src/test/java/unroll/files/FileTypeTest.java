package unroll.files;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import unroll.message.Front;
import unroll.message.Problem;

class FileTypeTest {
    @ParameterizedTest
    @CsvSource({
        "PDF, '%PDF-1.7'",
        "RTF, '{\\rtf1\\ansi'",
        "PNG, '\u0089PNG\r\n\u001a\n'",
        "JPEG, '\u00ff\u00d8\u00ff\u00e0'",
        "GIF, 'GIF89a'",
        "MP3, 'ID3\u0003'",
        "MP3, '\u00ff\u00fb\u0090d'",
        "SAFETENSORS, '\u0010\u0002\0\0\0\0\0\0{\"__metadata__'",
        "GIT_LFS_POINTER, 'version https://git-lfs.github.com/spec/v1'",
        "HTML, '<!DOCTYPE html><html>'",
        "HTML, '\n <HTML lang=en>'",
        "HTML, '\u00ef\u00bb\u00bf<?xml version=1.0?><html>'",
        "PROGRAM, '\u007fELF\u0002'",
        "PROGRAM, 'MZ\u0090\0\u0003'",
        "OLD_OFFICE, '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1'",
        "HDF5, '\u0089HDF\r\n\u001a\n'",
        "PYTORCH, '\u0080\u0002\u008a\nl\u00fc\u009cF\u00f9 j\u00a8P\u0019.'"
    })
    void knowsFilesByTheirFirstBytes(FileType type, String start) {
        assertThat(FileType.of(start.getBytes(ISO_8859_1))).contains(type);
    }

    @Test
    void looksIntoZipArchives() throws IOException {
        assertThat(FileType.of(zip("poem.txt", "Roses"))).contains(FileType.ZIP);
        assertThat(FileType.of(zip("[Content_Types].xml", "<Types/>", "word/document.xml", "<w/>")))
                .contains(FileType.WORD);
        assertThat(FileType.of(zip("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<w/>")))
                .contains(FileType.OFFICE);
        assertThat(FileType.of(zip("mimetype", "application/epub+zip"))).contains(FileType.EPUB);
        assertThat(FileType.of(zip("mimetype", "application/vnd.oasis.opendocument.text")))
                .contains(FileType.OPEN_DOCUMENT);
        assertThat(FileType.of(zip("archive/data.pkl", "."))).contains(FileType.PYTORCH);
    }

    @Test
    void looksNotIntoGzip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write("Roses".getBytes(UTF_8));
        }
        assertThat(FileType.of(bytes.toByteArray())).contains(FileType.GZIP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PK",
                "MZ was his name.",
                "ID3",
                "Rar",
                "<p>A fragment of a page</p>",
                "<?xml version=\"1.0\"?><play/>",
                "%!PS",
                "version 2",
                "{\"lesson\": 1}"
            })
    void leavesTextsAlone(String text) {
        assertThat(FileType.of(text.getBytes(UTF_8))).isEmpty();
        assertThat(FileType.of(("\uFEFF" + text).getBytes(UTF_16LE))).isEmpty();
    }

    @Test
    void saysWhatToDo() {
        assertThat(FileType.PDF.refusalAsText("thesis.pdf").sentence(Front.WINDOW))
                .isEqualTo("thesis.pdf is a PDF; save it as plain text and open that.");
        assertThat(FileType.HTML.refusalAsText("page.html")).isNull();
        assertThat(FileType.SAFETENSORS.refusalAsModel("m.safetensors")).isNull();
        for (FileType type : FileType.values()) {
            for (Problem refusal : new Problem[] {type.refusalAsText("x"), type.refusalAsModel("x")}) {
                if (refusal != null) {
                    assertThat(refusal.sentence(Front.WINDOW))
                            .startsWith("x is " + type.phrase() + "; ")
                            .endsWith(".");
                }
            }
        }
    }

    /** Names and contents by turns, stored as they are. */
    private static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.setMethod(ZipOutputStream.STORED);
            for (int i = 0; i < entries.length; i += 2) {
                byte[] content = entries[i + 1].getBytes(UTF_8);
                CRC32 crc = new CRC32();
                crc.update(content);
                ZipEntry entry = new ZipEntry(entries[i]);
                entry.setSize(content.length);
                entry.setCrc(crc.getValue());
                out.putNextEntry(entry);
                out.write(content);
            }
        }
        return bytes.toByteArray();
    }
}
