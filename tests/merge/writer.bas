Sub Edit(plan As String)
    Dim document As Object, found As Object, entry As String, words, options(0) As New com.sun.star.beans.PropertyValue
    Dim number As Integer
    On Error GoTo Fault
    number = FreeFile()
    Open plan For Input As #number
    Do While Not EOF(number)
        Line Input #number, entry
        words = Split(entry, " ")
        If words(0) = "open" Then
            options(0).Name = "Hidden"
            options(0).Value = True
            document = StarDesktop.loadComponentFromURL(Decoded(words(1)), "_blank", 0, options())
            document.RecordChanges = (words(2) = "1")
        ElseIf words(0) = "save" Then
            options(0).Name = "FilterName"
            options(0).Value = Decoded(words(2))
            document.storeToURL(Decoded(words(1)), options())
            document.close(True)
        ElseIf words(0) = "Accept" Or words(0) = "Reject" Then
            Dim dispatcher As Object
            dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
            dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" & words(0) & "AllTrackedChanges", "", 0, Array())
        Else
            Dim wanted
            wanted = document.createSearchDescriptor()
            wanted.SearchString = Decoded(words(1))
            wanted.SearchCaseSensitive = True
            found = document.findFirst(wanted)
            If Not IsNull(found) Then
                Select Case words(0)
                    Case "insert": found.Text.insertString(found.End, Decoded(words(2)), False)
                    Case "replace": found.setString(Decoded(words(2)))
                    Case "delete": found.setString("")
                    Case "part": found.Text.insertControlCharacter(found.End, 0, False)
                    Case "bold": found.CharWeight = com.sun.star.awt.FontWeight.BOLD
                    Case "join"
                        Dim cursor
                        cursor = found.Text.createTextCursorByRange(found.End)
                        cursor.gotoEndOfParagraph(False)
                        cursor.goRight(1, True)
                        cursor.setString("")
                End Select
            End If
        End If
    Loop
    Close #number
    StarDesktop.terminate()
    Exit Sub
Fault:
    number = FreeFile()
    Open plan & ".fault" For Output As #number
    Print #number, Error$ & " in line " & Erl & ": " & entry
    Close #number
    StarDesktop.terminate()
End Sub

Function Decoded(code As String) As String
    Dim at As Long, made As String
    For at = 1 To Len(code) Step 4
        made = made & Chr(CLng("&H" & Mid(code, at, 4)))
    Next at
    Decoded = made
End Function
