package unroll.session.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import unroll.message.ProblemException;

class RunTableTest {
    private static final String ADA = csv("Ada");
    private static final String BEN = csv("Ben");

    @TempDir
    private Path folder;

    private static String csv(String name) {
        return RunRow.of(Reports.named(name)).toCsv();
    }

    @Test
    void theOrderOfColumnsStays() {
        String header = ReportColumn.all().stream().map(ReportColumn::key).collect(Collectors.joining(","));
        assertThat(header)
                .startsWith(
                        "name,date,program,task,corpus,corpus_characters,corpus_checksum,symbols,cell,hidden,layers,"
                                + "directions,dropout,parameters,optimizer,learning_rate,schedule,clipping,batch,window,seed,split,"
                                + "steps,epochs,seconds,chars_per_second,train_loss,validation_loss,best_validation_loss,accuracy,"
                                + "exact_match,macro_accuracy,initialization");
        assertThat(ADA)
                .isEqualTo(header
                        + "\r\nAda,2026-03-04T05:06:07+01:00,1.2,next-character,drama.txt,123456,crc32c:0000abcd,66,gru,128,1,1,"
                        + "0,230000,adam,0.005,constant,norm:5,50,50,1,\"0.9,0.05,0.05\",1234,2.5,61.25,31400,1.5,1.625,1.6,"
                        + "0.5,,,standard,0.9,0,0,0.998\r\n");
    }

    @Test
    void readsWhatItWroteAlsoPutTogether() {
        RunRow ada = RunRow.of(Reports.named("Ada"));
        RunRow formula = RunRow.of(Reports.named("=HYPERLINK(\"http://x\"),\n'"));
        assertThat(RunTable.parse(ADA)).containsExactly(ada);
        assertThat(RunTable.parse(ADA + "\ufeff" + formula.toCsv() + "\n" + ADA))
                .containsExactly(ada, formula, ada);
        assertThat(ada.number(ReportColumn.HIDDEN)).isEqualTo(128);
        assertThat(ada.number(ReportColumn.EXACT_MATCH)).isNaN();
        assertThat(ada.number(ReportColumn.CELL)).isNaN();
    }

    @Test
    void readsColumnsInAnyOrderAndPassesOverOthers() {
        RunRow run = RunTable.parse("grade,validation_loss,hidden,cell\n=1,2.5,64,gru\n")
                .get(0);
        assertThat(run.text(ReportColumn.CELL)).isEqualTo("gru");
        assertThat(run.number(ReportColumn.VALIDATION_LOSS)).isEqualTo(2.5);
        assertThat(run.text(ReportColumn.NAME)).isEmpty();
    }

    @Test
    void refusesWithTheLineAndTheReason() {
        refused("", "There is no run in it");
        refused("hello\n", "Line 1 is not the header");
        refused(ADA.replace(',', ';'), "Line 1 has semicolons between its fields; save the table with commas.");
        refused(ADA + "a,b\n", "Line 3 has 2 fields, but the header before it 37.");
        refused(ADA + "\n" + BEN.replace(",128,", ",many,"), "Line 5 has “many” in the column hidden");
        refused(ADA.replace(",128,", ",1e999,"), "Line 2 has “1e999”");
        refused(ADA.replace(",128,", ",NaN,"), "Line 2 has “NaN”");
        refused(ADA.replace(",128,", "," + "9".repeat(400) + ","), "…” in the column hidden");
        refused("cell,cell,hidden,validation_loss\n", "Line 1 names the column cell twice.");
        refused("cell,hidden,validation_loss\n" + "gru,1,2\n".repeat(10_001), "Line 10002 is one more than the 10");
    }

    private static void refused(String csv, String sentence) {
        assertThatThrownBy(() -> RunTable.parse(csv))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(sentence)
                .hasMessageEndingWith(".");
    }

    @Test
    void refusesFilesThatAreNoTables() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.csv"), "hello\n");
        assertThatThrownBy(() -> RunTable.read(wrong)).hasMessageStartingWith("wrong.csv: Line 1 is not");
        Path binary = Files.write(folder.resolve("binary.csv"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThatThrownBy(() -> RunTable.read(binary)).hasMessageContaining("binary.csv is not UTF-8 text");
        Path large = Files.write(folder.resolve("large.csv"), new byte[9 << 20]);
        assertThatThrownBy(() -> RunTable.read(large)).hasMessageContaining("larger than 8 MB");
        assertThatThrownBy(() -> RunTable.read(folder.resolve("gone.csv"))).hasMessageStartingWith("There is no file ");
        assertThatThrownBy(() -> RunTable.read(folder)).hasMessageContaining("is a folder");
    }
}
