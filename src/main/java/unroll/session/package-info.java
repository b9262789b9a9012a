/** The application without a screen: a {@link unroll.session.Session} is what window and command line steer. */
@NullMarked
package unroll.session;

import org.jspecify.annotations.NullMarked;
