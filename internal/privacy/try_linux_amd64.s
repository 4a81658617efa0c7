#include "textflag.h"

// func oldSocket(family, kind int32) int64
TEXT ·oldSocket(SB), NOSPLIT, $0-16
	MOVL $359, AX // socket, among the numbers of 32 bits
	MOVL family+0(FP), BX
	MOVL kind+4(FP), CX
	MOVL $0, DX
	INT  $0x80
	MOVLQSX AX, AX
	MOVQ AX, ret+8(FP)
	RET
