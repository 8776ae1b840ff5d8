package data

import (
	"reflect"
	"unsafe"

	"modernc.org/sqlite"
)

// setCode sets the code of the driver's error, for which it has no constructor.
func setCode(e *sqlite.Error, code int) {
	field := reflect.ValueOf(e).Elem().FieldByName("code")
	*(*int)(unsafe.Pointer(field.UnsafeAddr())) = code
}
