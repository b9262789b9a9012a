package unroll.matrix;

import org.bytedeco.dnnl.dnnl_exec_arg_t;
import org.bytedeco.dnnl.dnnl_memory;
import org.bytedeco.dnnl.dnnl_primitive;
import org.bytedeco.dnnl.dnnl_stream;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.bytedeco.dnnl.reorder;
import org.bytedeco.dnnl.stream;
import org.jspecify.annotations.Nullable;

/**
 * A left factor packed by oneDNN for its own kernels. oneDNN thinks row by row, and what lies column after column is the
 * transpose of that, so resultᵀ = resultᵀ + rightᵀ·factorᵀ is what it is asked for: its "weights" are factorᵀ.
 */
final class OneDnnFactor extends PackedFactor {
    private @Nullable Plan plan;

    OneDnnFactor(Matrix factor) {
        super(factor);
    }

    @Override
    void prepare(Matrix result, Matrix right) {
        if (plan == null || !plan.fits(result, right)) {
            plan = new Plan(factor(), result, right);
            changed();
        }
    }

    @Override
    void pack() {
        plan().pack();
    }

    @Override
    void add(Matrix result, Matrix right) {
        plan().add(result, right);
    }

    private Plan plan() {
        if (plan == null) {
            throw new IllegalStateException("The first product makes the plan.");
        }
        return plan;
    }

    /** What oneDNN compiled for products of these shapes and distances between columns, and the packed factor. */
    private static final class Plan {
        private static final org.bytedeco.dnnl.engine CPU = new org.bytedeco.dnnl.engine(dnnl.dnnl_cpu, 0);

        private final int columns;
        private final int rightLeading;
        private final int resultLeading;
        // The owners of native objects, which are freed with them, and below what is handed over at each call.
        private final stream owner;
        private final matmul product;
        private final reorder packing;
        private final memory plain;
        private final memory packed;
        private final memory right;
        private final memory result;

        private final dnnl_stream stream;
        private final dnnl_primitive compiledProduct;
        private final dnnl_primitive compiledPacking;
        private final dnnl_memory rightHandle;
        private final dnnl_memory resultHandle;
        private final dnnl_exec_arg_t productArguments;
        private final dnnl_exec_arg_t packingArguments;

        Plan(Matrix factor, Matrix result, Matrix right) {
            Products.holdToThisThread();
            columns = right.columns();
            rightLeading = right.leading();
            resultLeading = result.leading();
            memory.desc ofRight = transposed(right);
            memory.desc ofResult = transposed(result);
            memory.desc anyOrder = new memory.desc(
                    new long[] {factor.columns(), factor.rows()}, memory.data_type.f32, memory.format_tag.any);
            matmul.primitive_desc description =
                    new matmul.primitive_desc(CPU, ofRight, anyOrder, ofResult, adding(), false);
            product = new matmul(description);
            owner = new stream(CPU);
            plain = new memory(transposed(factor), CPU, factor.pointer());
            packed = new memory(description.weights_desc(), CPU);
            packing = new reorder(plain, packed);
            this.right = new memory(ofRight, CPU, right.pointer());
            this.result = new memory(ofResult, CPU, result.pointer());
            stream = owner.get();
            compiledProduct = product.get();
            compiledPacking = packing.get();
            rightHandle = this.right.get();
            resultHandle = this.result.get();
            productArguments = new dnnl_exec_arg_t(3);
            set(productArguments, 0, dnnl.DNNL_ARG_SRC, this.right);
            set(productArguments, 1, dnnl.DNNL_ARG_WEIGHTS, packed);
            set(productArguments, 2, dnnl.DNNL_ARG_DST, this.result);
            packingArguments = new dnnl_exec_arg_t(2);
            set(packingArguments, 0, dnnl.DNNL_ARG_FROM, plain);
            set(packingArguments, 1, dnnl.DNNL_ARG_TO, packed);
        }

        /** The transpose of a matrix as oneDNN sees it: its columns are rows. */
        private static memory.desc transposed(Matrix matrix) {
            long[] strides =
                    matrix.isTransposed() ? new long[] {1, matrix.leading()} : new long[] {matrix.leading(), 1};
            return new memory.desc(new long[] {matrix.columns(), matrix.rows()}, memory.data_type.f32, strides);
        }

        /** The result is added to, not overwritten. */
        private static primitive_attr adding() {
            post_ops sum = new post_ops();
            sum.append_sum();
            primitive_attr attributes = new primitive_attr();
            attributes.set_post_ops(sum);
            return attributes;
        }

        private static void set(dnnl_exec_arg_t arguments, int at, int name, memory value) {
            arguments.position(at);
            arguments.arg(name);
            arguments.memory(value.get());
            arguments.position(0);
        }

        boolean fits(Matrix result, Matrix right) {
            return columns == right.columns() && rightLeading == right.leading() && resultLeading == result.leading();
        }

        void pack() {
            require(dnnl.dnnl_primitive_execute(compiledPacking, stream, 2, packingArguments));
        }

        void add(Matrix result, Matrix right) {
            require(dnnl.dnnl_memory_set_data_handle(rightHandle, right.pointer()));
            require(dnnl.dnnl_memory_set_data_handle(resultHandle, result.pointer()));
            require(dnnl.dnnl_primitive_execute(compiledProduct, stream, 3, productArguments));
        }
    }

    static void require(int status) {
        if (status != dnnl.dnnl_success) {
            throw new IllegalStateException("oneDNN could not multiply; it gave the status " + status + ".");
        }
    }
}
