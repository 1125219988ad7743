// Bit operations of clojure.core.
#include "fold.h"
#include "native.h"

namespace clj::builtins {

CLJ_FN(bit_and) { return fold<num::bit_and>(args, count); }
CLJ_FN(bit_or) { return fold<num::bit_or>(args, count); }
CLJ_FN(bit_xor) { return fold<num::bit_xor>(args, count); }
CLJ_FN(bit_and_not) { return fold<num::bit_and_not>(args, count); }
CLJ_FN(bit_not) { return num::bit_not(args[0]); }
CLJ_FN(bit_clear) { return num::bit_clear(args[0], args[1]); }
CLJ_FN(bit_set) { return num::bit_set(args[0], args[1]); }
CLJ_FN(bit_flip) { return num::bit_flip(args[0], args[1]); }
CLJ_FN(bit_test) { return boolean(num::bit_test(args[0], args[1])); }
CLJ_FN(bit_shift_left) { return num::shift_left(args[0], args[1]); }
CLJ_FN(bit_shift_right) { return num::shift_right(args[0], args[1]); }
CLJ_FN(unsigned_bit_shift_right) { return num::unsigned_shift_right(args[0], args[1]); }

}  // namespace clj::builtins
