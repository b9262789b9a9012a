package unroll.checkpoint;

/** What a tensor's numbers are, by the names of the safetensors format. */
public enum DType {
    /** 32-bit IEEE 754. */
    F32(4),
    /** 32-bit signed. */
    I32(4),
    /** 64-bit signed. */
    I64(8),
    /** 8-bit unsigned. */
    U8(1);

    private final int bytes;

    DType(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes of one number. */
    public int bytes() {
        return bytes;
    }
}
