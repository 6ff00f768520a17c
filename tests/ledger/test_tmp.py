import sys, subprocess
def test_x(url):
    print(subprocess.run([sys.executable,"/tmp/smoke.py",url],capture_output=True,text=True))
    assert 0
